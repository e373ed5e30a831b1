using CsCheck;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;
using Throughcare.Domain.Standards;
using Xunit;

namespace Throughcare.Domain.Tests.Facts;

/// <summary>One history serves many days: what was worked out for one of them may not colour another.</summary>
public sealed class KnownHistoryTests
{
    private static readonly PersonId Person = new(new Guid("00000000-0000-7000-8000-00000000aaaa"));
    private static readonly PersonId Merged = new(new Guid("00000000-0000-7000-8000-00000000bbbb"));
    private static readonly DateOnly First = new(2024, 1, 1);
    private static readonly DateTimeOffset[] Instants = [new(2024, 9, 3, 13, 0, 0, TimeSpan.Zero), new(2025, 3, 30, 12, 0, 0, TimeSpan.Zero), new(2026, 12, 31, 9, 0, 0, TimeSpan.Zero)];

    private static readonly Gen<DateOnly> Day = Gen.Int[0, 1000].Select(First.AddDays);

    private static readonly Gen<Stamp> AnyStamp = Gen.Select(
        Gen.Int[1, int.MaxValue], Day, Gen.Int[-5, 500], Gen.Int[0, 600], Gen.Int[0, 19],
        (id, from, length, recorded, rare) => new Stamp(
            new(new Guid(id, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1])), from, length < 0 ? null : from.AddDays(length),
            new DateTimeOffset(First.AddDays(recorded), new(12, 0), TimeSpan.Zero), rare == 0, rare == 1 ? Merged : Person));

    private static readonly Gen<CaseHistory> Histories =
        from alerts in Gen.Select(AnyStamp, Of("ROM", "ROH", "P66", "P55", "CPRC", "HA", "OPPO", "SOR", "XSDEPORT")).Array[0, 4]
        from flags in Gen.Select(AnyStamp, Of("MAPP", "RVHR", "RCCO", "ADVP", "TC-CON", "TC-SVC", "HREG")).Array[0, 3]
        from sentences in Gen.Select(AnyStamp, Of("ADIMP", "LIFE", "EDS18", "CO", "SSO", "ZZZ"), Gen.Int[1, 60]).Array[0, 3]
        from disposals in Gen.Select(AnyStamp, Of("CO", "SSO", "PSS"), Gen.Int[1, 24]).Array[0, 2]
        from dates in Gen.Select(AnyStamp, Day, Day, Day, Gen.Int[0, 7]).Array[0, 2]
        from moves in Gen.Select(AnyStamp, Of("ADM/R-REM", "ADM/R-RCL", "TRN/R-TRN", "ADM/R-TRN", "CRT/O-CRT", "TAP/O-TAP", "REL/L-CRD", "REL/L-HDC", "REL/X-ESC", "REL/L-HOSP"), Gen.Int[0, 23]).Array[0, 5]
        from cells in Gen.Select(AnyStamp, Of("LHI", "MDI", "OUT", "TRN")).Array[0, 3]
        from managers in Gen.Select(AnyStamp, Of("Pom", "Com", "KeyWorker")).Array[0, 3]
        from assessments in Gen.Select(AnyStamp, Of("Low", "Medium", "High"), Gen.Int[0, 200]).Array[0, 2]
        from levels in Gen.Select(AnyStamp, Of("Low", "High", "VeryHigh")).Array[0, 2]
        from people in Gen.Select(AnyStamp, Of("M", "F"), Gen.Int[5_000, 12_000]).Array[0, 2]
        from contacts in Gen.Select(AnyStamp, Of("UAAB", "ATTC", "AFTC"), Of("TC02", "COAP", "CHVS")).Array[0, 6]
        select new CaseHistory(Person)
        {
            Alerts = [.. alerts.Select(a => On(a.Item1, new Alert { Code = a.Item2, Description = a.Item2, Id = default, PersonId = default, ValidFrom = default, Recorded = null! }))],
            Registrations = [.. flags.Select(f => On(f.Item1, new Registration { Code = f.Item2, CategoryCode = "M2", RegisterCode = f.Item1.ValidFrom.Day % 2 == 0 ? "M2" : null, Id = default, PersonId = default, ValidFrom = default, Recorded = null! }))],
            Sentences = [.. sentences.Select(s => On(s.Item1, new SentenceRecord { Type = Coded.Of(s.Item2), Months = s.Item3, Id = default, PersonId = default, ValidFrom = default, Recorded = null! }))],
            Disposals = [.. disposals.Select(d => On(d.Item1, new Disposal { Type = Coded.Of(d.Item2), Length = d.Item3, Unit = LengthUnit.Months, Id = default, PersonId = default, ValidFrom = default, Recorded = null! }))],
            KeyDates = [.. dates.Select(d => On(d.Item1, new KeyDates
            {
                Crd = d.Item5 % 2 == 0 ? d.Item2 : null, Ped = d.Item5 == 3 ? d.Item3 : null, Ted = d.Item5 > 4 ? d.Item4 : null, Sled = d.Item3, Tused = d.Item5 == 2 ? d.Item4 : null, Hdced = d.Item4, Thd = d.Item3,
                ConfirmedRelease = d.Item5 == 6 ? d.Item2 : null, Id = default, PersonId = default, ValidFrom = default, Recorded = null!,
            }))],
            Movements = [.. moves.Select(m => On(m.Item1, new Movement
            {
                Type = m.Item2.Split('/')[0], Reason = m.Item2.Split('/')[1], From = new("LHI"), To = new("MDI"), HappenedAt = new(m.Item1.ValidFrom, new(m.Item3, 30), TimeSpan.Zero),
                DueBackAt = m.Item3 % 3 == 0 ? new(m.Item1.ValidFrom.AddDays(2), new(23, 30), TimeSpan.Zero) : null, Id = default, PersonId = default, ValidFrom = default, Recorded = null!,
            }))],
            Locations = [.. cells.Select(c => On(c.Item1, new CellLocation { Prison = new(c.Item2), Cell = "A1", Id = default, PersonId = default, ValidFrom = default, Recorded = null! }))],
            Managers = [.. managers.Select(m => On(m.Item1, new ManagerAssignment { Role = Enum.Parse<Role>(m.Item2), Name = "Somebody", Id = default, PersonId = default, ValidFrom = default, Recorded = null! }))],
            Assessments = [.. assessments.Select(a => On(a.Item1, new AssessmentSummary
            {
                Type = OasysType.Full, Status = OasysStatus.Complete, InitiatedOn = a.Item1.ValidFrom, CompletedOn = a.Item1.ValidFrom.AddDays(a.Item3), SentencePlanOn = a.Item1.ValidFrom.AddDays(a.Item3 / 2),
                PublicCommunity = Enum.Parse<RoshLevel>(a.Item2), Id = default, PersonId = default, ValidFrom = default, Recorded = null!,
            }))],
            RoshRecords = [.. levels.Select(l => On(l.Item1, new RoshRecord { Level = Enum.Parse<RoshLevel>(l.Item2), Id = default, PersonId = default, ValidFrom = default, Recorded = null! }))],
            Details = [.. people.Select(p => On(p.Item1, new PersonDetails { Sex = Coded.Of(p.Item2), DateOfBirth = First.AddDays(-p.Item3), DateOfDeath = p.Item3 % 10 == 0 ? First.AddDays(p.Item3 / 20) : null, Id = default, PersonId = default, ValidFrom = default, Recorded = null! }))],
            Contacts = [.. contacts.Select(c => new ContactGist
            {
                Id = c.Item1.Id, PersonId = Person, HappenedAt = new(c.Item1.ValidFrom, new(10, 0), TimeSpan.Zero), RecordedAt = c.Item1.RecordedAt, FirstRecordedAt = c.Item1.RecordedAt, Type = c.Item3, Mode = ContactMode.FaceToFace,
                Minutes = 45, AuthorRole = Role.Com, AuthorId = StaffId.System, AttendanceCode = c.Item2,
            })],
        };

    [Fact]
    public void Facts_of_a_day_are_the_same_whichever_days_were_asked_about_before() => Gen.Select(Histories, Day.Array[2, 12], Gen.Int[0, 2]).Sample((history, days, instant) =>
    {
        var known = Instants[instant];
        foreach (var day in days)
        {
            Assert.Equal(Read(Alone(history), day, known), Read(history, day, known));
        }
    }, iter: 150);

    [Fact]
    public void Every_day_of_a_history_is_the_same_alone_and_in_order() => Histories.Sample(history =>
    {
        for (var day = First; day < First.AddDays(300); day = day.AddDays(1))
        {
            Assert.Equal(Read(Alone(history), day, Instants[1]), Read(history, day, Instants[1]));
        }
    }, iter: 4);

    private static string Read(CaseHistory history, DateOnly day, DateTimeOffset known)
    {
        var facts = history.At(day, known);
        return string.Join("; ", FactWords.All.Select(word => $"{word.Name}={word.From(facts)}")
            .Append($"release={facts.ReleaseDate}").Append($"handover={facts.HandoverReleaseDate}").Append($"rrd={facts.ReleaseReferenceDate}").Append($"arrived={facts.ArrivedOn}")
            .Append($"where={facts.WhereWords}").Append($"prison={facts.EstablishmentCode}").Append($"raised={facts.RoshRaisedOn}").Append($"plan={facts.PlanCompletedOn}").Append($"age={facts.AgeYears}"));
    }

    /// <summary>The same record, of which nobody has asked anything yet.</summary>
    private static CaseHistory Alone(CaseHistory history) => new(history.PersonId)
    {
        Alerts = history.Alerts,
        Registrations = history.Registrations,
        Sentences = history.Sentences,
        Disposals = history.Disposals,
        KeyDates = history.KeyDates,
        Movements = history.Movements,
        Locations = history.Locations,
        Managers = history.Managers,
        Assessments = history.Assessments,
        RoshRecords = history.RoshRecords,
        Details = history.Details,
        Contacts = history.Contacts,
    };

    private static T On<T>(Stamp stamp, T fact)
        where T : FactVersion => fact with
        {
            Id = stamp.Id,
            PersonId = stamp.Person,
            ValidFrom = stamp.ValidFrom,
            ValidTo = stamp.ValidTo,
            Withdrawn = stamp.IsWithdrawn,
            Recorded = new(stamp.RecordedAt, StaffId.System, Role.System, PlaceCode.Nation, "Test"),
        };

    private static Gen<string> Of(params string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    private sealed record Stamp(FactId Id, DateOnly ValidFrom, DateOnly? ValidTo, DateTimeOffset RecordedAt, bool IsWithdrawn, PersonId Person);
}
