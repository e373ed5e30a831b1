using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Record.Offloc;

namespace Throughcare.Domain.Record.Lists;

/// <summary>What a row of a list of cases writes. Pure. A list owns nothing that the prison's or probation's own file says: there it fills gaps.</summary>
public static class DecideCase
{
    /// <summary>The name of a community manager's post that nobody holds.</summary>
    public const string Unallocated = "Unallocated";

    /// <param name="was">The record as it stands; new and empty for somebody who is not on record.</param>
    /// <param name="tiers">Tiers that lists gave.</param>
    /// <param name="rosh">Levels that lists gave.</param>
    /// <param name="fillGaps">A newer list has been applied: nothing that is on record may be changed.</param>
    /// <returns>Each write with what it is about.</returns>
    public static IReadOnlyList<(string What, Write Write)> Of(
        PrisonRecord was, CaseRow row, IReadOnlyList<RecordedTier> tiers, IReadOnlyList<RoshRecord> rosh, DateOnly day, Entry entry, Func<FactId> newId, bool fillGaps)
    {
        List<(string, Write)> writes = [];
        Numbers();
        Name();
        Details();
        Custody();
        Manager(Role.Com, row.Com, row.Pdu ?? row.Com?.Place, row.Pdu is not null);
        Manager(Role.Pom, row.Pom, row.Prison ?? row.Pom?.Place, false);
        if (row.Tier is { } tier)
        {
            Ours("Tier", tiers, t => t.Tier == tier, new RecordedTier { Id = newId(), PersonId = was.PersonId, ValidFrom = day, Recorded = entry, Tier = tier });
        }

        if (row.Rosh is { } level)
        {
            Ours("RoSH", rosh, r => r.Level == level, new RoshRecord { Id = newId(), PersonId = was.PersonId, ValidFrom = day, Recorded = entry, Level = level });
        }

        return writes;

        void Put(string what, params IEnumerable<Write> all) => writes.AddRange(all.Select(w => (what, w)));

        void Numbers()
        {
            foreach (var (kind, canonical, isRight) in row.Numbers.Where(n => !was.Identifiers.Exists(i => i.Kind == n.Kind && i.Canonical == n.Canonical)))
            {
                Put("Numbers", new Write(null, new PersonIdentifier
                {
                    Id = newId(),
                    PersonId = was.PersonId,
                    ValidFrom = day,
                    Recorded = entry,
                    Kind = kind,
                    Canonical = canonical,
                    Check = isRight ? IdentifierCheck.Valid : IdentifierCheck.CheckFailed,
                }));
            }
        }

        void Name()
        {
            var current = was.Names.Find(n => n.Type is NameType.Current);
            var said = new PersonName
            {
                Id = newId(),
                PersonId = was.PersonId,
                ValidFrom = day,
                Recorded = entry,
                Type = current is null ? NameType.Current : NameType.Alias,
                Last = row.Surname,
                First = row.Forename,
                Middle = row.SecondForename,
            };
            if (current is null)
            {
                Put("Name", new Write(null, said));
            }
            else if (current.Recorded.Source is SourceSystem.Template && !fillGaps)
            {
                var next = current with { Last = said.Last, First = said.First, Middle = said.Middle ?? current.Middle };
                Put("Name", next == current ? [] : [new Write(current, next.Next(entry))]);
            }
            else if (!was.Names.Exists(n => Same(n.Last, said.Last) && Same(n.First, said.First)))
            {
                Put("Name", new Write(null, said));
            }
        }

        void Details()
        {
            if (was.Details is not { } details)
            {
                Put("Details", new Write(null, new PersonDetails
                {
                    Id = newId(),
                    PersonId = was.PersonId,
                    ValidFrom = day,
                    Recorded = entry,
                    DateOfBirth = row.DateOfBirth,
                    Sex = row.Sex,
                    Ethnicity = row.Ethnicity,
                    Nationality = row.Nationality,
                }));
                return;
            }

            var isOurs = details.Recorded.Source is SourceSystem.Template && !fillGaps;
            var next = details with
            {
                DateOfBirth = Taken(DetailFields.DateOfBirth, details.DateOfBirth, row.DateOfBirth),
                Sex = Taken(DetailFields.Sex, details.Sex, row.Sex),
                Ethnicity = Taken(DetailFields.Ethnicity, details.Ethnicity, row.Ethnicity),
                Nationality = Taken(DetailFields.Nationality, details.Nationality, row.Nationality),
            };
            Put("Details", next == details ? [] : [new Write(details, next.Next(entry))]);

            T? Taken<T>(DetailFields field, T? here, T? there)
                where T : struct => here is null || (isOurs && there is not null && !details.EditedHere.HasFlag(field)) ? there : here;
        }

        void Custody()
        {
            if (row.Prison is not { } prison)
            {
                return;
            }

            var location = was.Location;
            if (location is null ? was.Movements.Count > 0 : location.Prison == prison || location.Recorded.Source is not SourceSystem.Template || fillGaps)
            {
                return;   // the prison's own file says where the person is
            }

            CaseId? ofCase = was.OpenCase?.AsCase;
            if (ofCase is null)
            {
                var opened = new PersonCase { Id = newId(), PersonId = was.PersonId, ValidFrom = day, Recorded = entry, OpenedBy = CaseOpening.Reception };
                ofCase = opened.AsCase;
                Put("Case", new Write(null, opened));
            }

            if (!was.Episodes.Exists(e => e.ValidTo is null))
            {
                Put("Custody", new Write(null, new CustodyEpisode
                {
                    Id = newId(),
                    PersonId = was.PersonId,
                    CaseId = ofCase,
                    ValidFrom = day,
                    Recorded = entry,
                    BookingNumber = row.Booking,
                }));
            }

            Put("Location", Succession.Of(location, new CellLocation { Id = newId(), PersonId = was.PersonId, CaseId = ofCase, ValidFrom = day, Recorded = entry, Prison = prison }));
        }

        void Manager(Role role, StaffMember? staff, PlaceCode? place, bool isPost)
        {
            if (staff is null && !isPost)
            {
                return;
            }

            var running = was.Managers.Where(m => m.Role == role && m.ValidTo is null).MaxBy(m => m.ValidFrom);
            var now = new ManagerAssignment
            {
                Id = newId(),
                PersonId = was.PersonId,
                CaseId = was.OpenCase?.AsCase,
                ValidFrom = day,
                Recorded = entry,
                Role = role,
                StaffId = staff?.Id,
                Name = staff is null ? Unallocated : LastFirst(staff.Name),
                Place = place,
            };
            var isSame = running is not null && running.StaffId == now.StaffId && running.Place == now.Place && (staff is not null || running.Name == Unallocated);
            if (!isSame && (running is null || (running.Recorded.Source is SourceSystem.Template && !fillGaps)))
            {
                Put(role is Role.Com ? "Community manager" : "Prison manager", Succession.Of(running, now));
            }
        }

        void Ours<T>(string what, IReadOnlyList<T> all, Func<T, bool> isSame, T now)
            where T : FactVersion
        {
            var running = all.Where(f => f.ValidTo is null && f.Recorded.Source is SourceSystem.Template).MaxBy(f => f.ValidFrom);
            if (running is null || (!fillGaps && !isSame(running)))
            {
                Put(what, Succession.Of(running, now));
            }
        }
    }

    private static bool Same(string? one, string? other) => NameText.Normalise(one) == NameText.Normalise(other);

    /// <summary>"Petra Omond" as managers' names are recorded: "Omond, Petra".</summary>
    private static string LastFirst(string name) => name.LastIndexOf(' ') is > 0 and var at ? $"{name[(at + 1)..]}, {name[..at]}" : name;
}
