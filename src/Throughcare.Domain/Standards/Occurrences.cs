using Throughcare.Domain.Access;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Standards;

/// <summary>When the clocks of one case started, read from its record.</summary>
/// <remarks>A trigger whose entries no room keeps yet has no occurrences. Source: standards.md 4.</remarks>
public sealed class Occurrences
{
    /// <summary>Contacts start clocks for recording them only while they are this new, in days: older ones were judged when they were.</summary>
    public const int ContactDays = 28;

    private readonly CaseHistory _history;
    private readonly DateTimeOffset _knownAt;
    private readonly DateOnly _today;
    private readonly Dictionary<Trigger, IReadOnlyList<Occurrence>> _found = [];
    private readonly List<Movement> _moves;
    private List<ContactGist>? _contacts;
    private List<AssessmentSummary>? _assessments;

    public Occurrences(CaseHistory history, DateOnly today, DateTimeOffset knownAt)
    {
        (_history, _today, _knownAt) = (history, today, knownAt);
        _moves = Believed(history.Movements).Where(m => m.HappenedAt.LondonDate <= today).OrderBy(m => m.HappenedAt).ThenBy(m => m.Id.Value).ToList();
    }

    /// <summary>Contacts that are believed, of today or before, the earliest first.</summary>
    public IReadOnlyList<ContactGist> Contacts => _contacts ??= _history.Contacts
        .Where(c => c.IsKnownAt(_knownAt) && c.Day <= _today)
        .OrderBy(c => c.HappenedAt).ThenBy(c => c.Id.Value).ToList();

    /// <summary>Assessments that are complete, the earliest first.</summary>
    public IReadOnlyList<AssessmentSummary> Assessments => _assessments ??= Believed(_history.Assessments)
        .Where(a => a.IsComplete && a.CompletedOn <= _today)
        .OrderBy(a => a.CompletedOn).ThenBy(a => a.Id.Value).ToList();

    public IReadOnlyList<Movement> Movements => _moves;

    /// <summary>Places that are believed.</summary>
    public IReadOnlyList<CellLocation> Locations => [.. Believed(_history.Locations)];

    /// <summary>Every time that <paramref name="trigger"/> fired up to today, the earliest first. A date of the case may lie ahead.</summary>
    public IReadOnlyList<Occurrence> Of(Trigger trigger)
    {
        if (!_found.TryGetValue(trigger, out var occurrences))
        {
            _found[trigger] = occurrences = trigger.Kind switch
            {
                TriggerKind.Event => Events(trigger.Name),
                TriggerKind.Date => Dates(trigger.Name),
                _ => [],
            };
        }

        return occurrences;
    }

    /// <summary>The first time after <paramref name="day"/> that one of the triggers fired, if it did by today.</summary>
    public DateOnly? FirstAfter(IReadOnlyList<Trigger> triggers, DateOnly day)
    {
        DateOnly? first = null;
        foreach (var trigger in triggers)
        {
            foreach (var occurrence in Of(trigger))
            {
                if (occurrence.On > day && occurrence.On <= _today && !(first <= occurrence.On))
                {
                    first = occurrence.On;
                    break;
                }
            }
        }

        return first;
    }

    /// <summary>Comings into a prison, also from another one, but not back from court or from temporary release.</summary>
    internal IEnumerable<Movement> Receptions => _moves.Where(IsReception);

    private IReadOnlyList<Occurrence> Events(string name) => name switch
    {
        "first_reception" => [.. FirstReceptions()],
        "reception" => [.. Receptions.Select(Of)],
        "sentenced_arrival" => [.. SentencedArrivals()],
        "transfer_in" => [.. _moves.Where(m => m is { Type: "ADM", Reason: "R-TRN" }).Select(Of)],
        "transfer_out" => [.. _moves.Where(m => m.Type == "TRN").Select(Of)],
        "area_transfer" => [.. Believed(_history.AreaTransfers).Where(t => t.IsAccepted && t.ValidFrom <= _today).OrderBy(t => t.ValidFrom).Select(Of)],
        "sentence" => Sentences(),
        "release" => [.. Releases().Select(Of)],
        "sentence_or_release" => [.. Sentences().Where(IsCommunity).Concat(Releases().Select(Of)).OrderBy(o => o.On)],
        "allocation_com" => [.. Spells(Role.Com).Select(Of)],
        "first_appointment_attended" => [.. FirstAppointments()],
        "oasys_signed" or "oasys_completed" => [.. Assessments.Select(Of)],
        "rosh_assessed" => [.. Assessments.Where(a => a.HasRosh).Select(Of)],
        "plan_completed" => [.. Plans()],
        "rosh_raised" => RoshRaised(),
        "significant_change" => [.. RoshRaised().Concat(_moves.Where(IsReturnOnRecall).Select(Of)).OrderBy(o => o.On)],
        "home_visit" => [.. Contacts.Where(c => c.IsHomeVisit && c.IsAttended).Select(Of)],
        "contact_occurred" => [.. Contacts.Where(c => c.Day > _today.AddDays(-ContactDays)).Select(Of)],
        "appointment_end" => [.. Contacts.Where(c => c.Day > _today.AddDays(-ContactDays) && AppointmentTypes.Find(c.Type) is not null).Select(Of)],
        "failed_to_attend" => [.. Contacts.Where(c => c.Day > _today.AddMonths(-12) && c.Outcome is { Attended: false, Absence: not (AbsenceKind.None or AbsenceKind.Acceptable) }).Select(Of)],
        "second_failure_12m" => [.. FailuresThatMake(2, null)],
        "third_failure_12m" => [.. FailuresThatMake(3, null)],
        "third_failure_licence" => [.. FailuresOnLicence(3)],
        "return_to_custody" => [.. _moves.Where(IsReturnOnRecall).Select(Of)],
        "return_notified" => [.. _moves.Where(IsReturnOnRecall).Select(m => new Occurrence(Key(m.Id), m.Recorded.At.LondonDate, m.Recorded.At, m))],
        "mappa_meeting" => [.. Contacts.Where(c => c.Type is "CCMM" or "TC-MAP").Select(Of)],
        "mappa_review" => [.. Registered(RegistrationRules.Mappa).Concat(Contacts.Where(c => c.Type == "C281").Select(Of)).OrderBy(o => o.On)],
        "monitoring_started" => [.. Registered("TC-CON")],
        "flag_set" => [.. Believed(_history.Registrations).Where(r => r.ValidFrom <= _today).OrderBy(r => r.ValidFrom).Select(Of)],
        "victim_referral" => [.. Believed(_history.VictimContacts).Where(v => v.ValidFrom <= _today).OrderBy(v => v.ValidFrom).Take(1).Select(Of)],
        "victim_contact" => [.. Contacts.Where(c => c.Type is "TC34" or "TC36").Select(Of)],
        "supervision_end" => [.. Believed(_history.Cases).Where(c => c.ClosedBy is not null && c.ValidTo <= _today).OrderBy(c => c.ValidTo).Select(c => new Occurrence(Key(c.Id), c.ValidTo!.Value, null, c))],
        _ => [],
    };

    private List<Occurrence> Dates(string name)
    {
        List<Occurrence> found = [];
        foreach (var (key, from, end) in Stays())
        {
            var day = end ?? _today;
            var facts = _history.At(day, _knownAt);
            var date = DateOf(facts, name);
            if (!date.HasValue || date.Value < from.AddYears(-1))
            {
                continue;
            }

            found.Add(new Occurrence($"{name}:{key}", date.Value, null, date.From.Count > 0 ? date.From[0] : null)
            {
                EndedOn = end,
                MovedNearerOn = MovedNearer(facts, name, date),
            });
        }

        return found;
    }

    private static Known<DateOnly> DateOf(CaseFacts facts, string name) => name switch
    {
        "RELEASE" => facts.ReleaseDate,
        "RRD" => facts.ReleaseReferenceDate,
        "EARLY_ALLOCATION" => facts.EarlyAllocationWindowDate,
        "EARLIEST_RELEASE" => facts.HandoverReleaseDate,
        "HANDOVER" => facts.HandoverDate,
        "HANDOVER_START" => facts.HandoverStartDate,
        "PED" => facts.Ped,
        "TED" => facts.Ted,
        "THD" => facts.TargetHearingDate,
        "HDCED" => facts.Hdced,
        "LICENCE_START" => facts.LicenceStartDate,
        "AGE_21" => facts.DateOfBirth.Then(born => born is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(born.Year + 21) ? new DateOnly(born.Year + 21, 3, 1) : born.AddYears(21)),
        _ => Known<DateOnly>.None(),
    };

    /// <summary>The day a date became known that an earlier version of the same entry put later.</summary>
    private DateOnly? MovedNearer(CaseFacts facts, string name, Known<DateOnly> date)
    {
        if (date.From is not [{ Version: > 1 } entry, ..])
        {
            return null;
        }

        var before = _history.At(facts.AsAt, entry.Recorded.At.AddTicks(-TimeSpan.TicksPerMicrosecond));
        return DateOf(before, name) is { HasValue: true, Value: var was } && was > date.Value ? entry.Recorded.At.LondonDate : null;
    }

    /// <summary>Stays in custody, and the time outside that the case lives through now: dates of a case belong to one of them.</summary>
    private IEnumerable<(string Key, DateOnly From, DateOnly? End)> Stays()
    {
        var episodes = Believed(_history.Episodes).Where(e => e.ValidFrom <= _today).OrderBy(e => e.ValidFrom).ToList();
        foreach (var episode in episodes)
        {
            yield return (Key(episode.Id), episode.ValidFrom, episode.ValidTo <= _today ? episode.ValidTo : null);
        }

        if (episodes.Count == 0 && _history.At(_today, _knownAt).Case is { } open)
        {
            yield return (Key(open.Id), open.ValidFrom, open.ValidTo <= _today ? open.ValidTo : null);
        }
    }

    private IEnumerable<Occurrence> FirstReceptions()
    {
        foreach (var episode in Believed(_history.Episodes).Where(e => e.ValidFrom <= _today).OrderBy(e => e.ValidFrom))
        {
            var first = _moves.Find(m => m.Type == "ADM" && m.HappenedAt.LondonDate >= episode.ValidFrom && !(m.HappenedAt.LondonDate > episode.ValidTo));
            yield return first is not null
                ? new Occurrence(Key(episode.Id), first.HappenedAt.LondonDate, first.HappenedAt, first)
                : new Occurrence(Key(episode.Id), episode.ValidFrom, London.At(episode.ValidFrom, TimeOnly.MinValue), episode);
        }
    }

    /// <summary>For each stay in a prison, the first day on which the person was there and sentenced.</summary>
    private IEnumerable<Occurrence> SentencedArrivals()
    {
        var arrivals = Receptions.ToList();
        for (var i = 0; i < arrivals.Count; i++)
        {
            var arrived = arrivals[i].HappenedAt.LondonDate;
            var left = i + 1 < arrivals.Count ? arrivals[i + 1].HappenedAt.LondonDate : _today;
            if (_moves.Find(m => m.Type is "REL" && m.HappenedAt > arrivals[i].HappenedAt && m.HappenedAt.LondonDate <= left) is { } out_)
            {
                left = out_.HappenedAt.LondonDate;
            }

            var sentenced = _history.At(arrived, _knownAt).SentenceStartDate;
            var on = sentenced.HasValue ? Later(sentenced.Value, arrived) : Sentences().Where(s => s.On >= arrived && s.On <= left).Select(s => (DateOnly?)s.On).FirstOrDefault();
            if (on is { } day && day <= left)
            {
                yield return new Occurrence(Key(arrivals[i].Id), day, null, arrivals[i]);
            }
        }
    }

    private IReadOnlyList<Occurrence> _sentences = null!;

    /// <summary>A sentence counts where there was none before, where it changes the class, or where it takes the term across ten months.</summary>
    private IReadOnlyList<Occurrence> Sentences()
    {
        if (_sentences is not null)
        {
            return _sentences;
        }

        List<Occurrence> found = [];
        var passed = Believed(_history.Sentences).Cast<FactVersion>().Concat(Believed(_history.Disposals))
            .Where(s => s.ValidFrom <= _today).OrderBy(s => s.ValidFrom).ThenBy(s => s is Sentences.SentenceRecord ? 0 : 1).ThenBy(s => s.Id.Value);
        foreach (var sameDay in passed.GroupBy(s => s.ValidFrom))
        {
            var now = _history.At(sameDay.Key, _knownAt);
            if (now.SentenceClass is not { HasValue: true, Value: not (SentenceClass.Remand or SentenceClass.Immigration or SentenceClass.Civil) })
            {
                continue;
            }

            var before = _history.At(sameDay.Key.AddDays(-1), _knownAt);
            var isNew = !before.SentenceClass.HasValue || before.SentenceClass.Value != now.SentenceClass.Value
                || (before.SentenceLengthMonths is { HasValue: true, Value: <= 10 } && now.SentenceLengthMonths is { HasValue: true, Value: > 10 });
            if (isNew)
            {
                var first = sameDay.First();
                found.Add(new Occurrence(Key(first.Id), sameDay.Key, null, first));
            }
        }

        return _sentences = found;
    }

    private bool IsCommunity(Occurrence sentence) =>
        _history.At(sentence.On, _knownAt).SentenceClass is { HasValue: true, Value: SentenceClass.CommunityOrder or SentenceClass.SuspendedSentence };

    private IEnumerable<Movement> Releases() =>
        _moves.Where(m => m.Type == "REL" && m.Reason.StartsWith("L-", StringComparison.Ordinal) && m.Reason is not ("L-ADM" or "L-ERR" or "L-BAIL" or "L-HOSP" or "L-IRC"));

    private IEnumerable<Allocation.ManagerAssignment> Spells(Role role) =>
        Believed(_history.Managers).Where(m => m.Role == role && m.Part is Allocation.ManagerPart.Primary && m.ValidFrom <= _today).OrderBy(m => m.ValidFrom).ThenBy(m => m.Id.Value);

    private IEnumerable<Occurrence> FirstAppointments()
    {
        foreach (var start in Of(new Trigger(TriggerKind.Event, "sentence_or_release")))
        {
            if (Contacts.FirstOrDefault(c => c.Day >= start.On && AppointmentTypes.Find(c.Type) is { IsInitial: true } && c.IsAttended) is { } first)
            {
                yield return Of(first) with { Key = start.Key };
            }
        }
    }

    private IEnumerable<Occurrence> Plans()
    {
        DateOnly? last = null;
        foreach (var assessment in Assessments.Where(a => a.SentencePlanOn <= _today).OrderBy(a => a.SentencePlanOn))
        {
            if (assessment.SentencePlanOn != last)
            {
                last = assessment.SentencePlanOn;
                yield return new Occurrence(Key(assessment.Id), last!.Value, null, assessment);
            }
        }
    }

    private List<Occurrence> RoshRaised()
    {
        List<Occurrence> found = [];
        for (var day = _today; _history.At(day, _knownAt).RoshRaisedOn is { HasValue: true, Value: var raised } rosh && raised <= day; day = raised.AddDays(-1))
        {
            found.Add(new Occurrence($"rosh:{raised:yyyyMMdd}", raised, null, rosh.From.Count > 0 ? rosh.From[0] : null));
        }

        found.Reverse();
        return found;
    }

    private List<ContactGist> Failures() => Contacts
        .Where(c => c.IsFailure)
        .DistinctBy(c => c.Day).ToList();

    /// <summary>The failures that make the count of twelve months <paramref name="count"/>.</summary>
    private IEnumerable<Occurrence> FailuresThatMake(int count, DateOnly? since)
    {
        var failures = Failures();
        for (var i = 0; i < failures.Count; i++)
        {
            var on = failures[i].Day;
            var from = on.AddMonths(-12).AddDays(1);
            from = since > from ? since.Value : from;
            if (on >= from && failures.Take(i + 1).Count(f => f.Day >= from) == count)
            {
                yield return Of(failures[i]);
            }
        }
    }

    private IEnumerable<Occurrence> FailuresOnLicence(int count)
    {
        foreach (var release in Releases().Select(m => m.HappenedAt.LondonDate))
        {
            var next = Receptions.Where(m => m.HappenedAt.LondonDate > release).Select(m => (DateOnly?)m.HappenedAt.LondonDate).FirstOrDefault();
            var failures = Failures().Where(f => f.Day >= release && !(f.Day >= next)).ToList();
            if (failures.Count >= count)
            {
                yield return Of(failures[count - 1]);
            }
        }
    }

    private IEnumerable<Occurrence> Registered(string code) =>
        Believed(_history.Registrations).Where(r => r.Code == code && r.ValidFrom <= _today).OrderBy(r => r.ValidFrom).Select(Of);

    private static bool IsReception(Movement move) => move.Type == "ADM" && move.Reason is not ("R-CRT" or "R-TAP" or "R-HOSP");

    private static bool IsReturnOnRecall(Movement move) => move is { Type: "ADM", Reason: "R-RCL" };

    private IEnumerable<T> Believed<T>(IEnumerable<T> versions)
        where T : FactVersion => versions.Where(fact => !fact.Withdrawn && fact.IsKnownAt(_knownAt));

    private static Occurrence Of(Movement move) => new(Key(move.Id), move.HappenedAt.LondonDate, move.HappenedAt, move);

    private static Occurrence Of(ContactGist contact) => new(Key(contact.Id), contact.Day, contact.HappenedAt) { Contact = contact };

    private static Occurrence Of(AssessmentSummary assessment) => new(Key(assessment.Id), assessment.CompletedOn!.Value, null, assessment);

    private static Occurrence Of(FactVersion fact) => new(Key(fact.Id), fact.ValidFrom, null, fact);

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static string Key(FactId id) => id.Value.ToString("N");
}
