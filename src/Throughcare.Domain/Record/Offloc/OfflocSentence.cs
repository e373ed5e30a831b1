using Throughcare.Domain.Sentences;

namespace Throughcare.Domain.Record.Offloc;

/// <summary>Sentence, offences and official key dates of the case.</summary>
internal static class OfflocSentence
{
    /// <returns>The key dates as they stand after the row.</returns>
    public static KeyDates? Decide(Deciding d, CaseId? open, DateOnly received, OfflocCourt.Given court)
    {
        if (open is not { } ofCase)
        {
            return null;
        }

        var sentencedOn = d.Date(OfflocField.FirstSentencedOn);
        Sentence(d, ofCase, sentencedOn, received, court);
        Offences(d, ofCase, sentencedOn ?? received);
        return Dates(d, ofCase, sentencedOn ?? received);
    }

    private static void Sentence(Deciding d, CaseId ofCase, DateOnly? sentencedOn, DateOnly received, OfflocCourt.Given court)
    {
        var status = ImprisonmentStatuses.Table.Read(d.Row.Text(OfflocField.LegalStatus, 230));
        var (years, months, days, effective) = (d.Number(OfflocField.Years), d.Number(OfflocField.Months), d.Number(OfflocField.Days), d.Number(OfflocField.EffectiveDays));
        var was = d.Was.Sentences.Where(s => s.CaseId == ofCase).MaxBy(s => s.ValidFrom);
        var isSentenced = sentencedOn is not null || (years ?? months ?? days ?? effective) is not null
            || ImprisonmentStatuses.Find(status?.Code)?.LegalStatus is LegalStatus.Sentenced or LegalStatus.Indeterminate;
        if (was is null && !isSentenced)
        {
            return;
        }

        var now = new SentenceRecord
        {
            Id = was?.Id ?? d.NewId(),
            PersonId = d.PersonId,
            CaseId = ofCase,
            Version = was?.Version ?? 1,
            Recorded = was?.Recorded ?? d.Entry,
            ValidFrom = sentencedOn ?? was?.ValidFrom ?? received,
            ValidTo = was?.ValidTo,
            Type = was?.Type,
            LegalStatus = Taken(was?.LegalStatus, status),
            Years = Taken(was?.Years, years),
            Months = Taken(was?.Months, months),
            Days = Taken(was?.Days, days),
            EffectiveDays = Taken(was?.EffectiveDays, effective),
            Court = Taken(was?.Court, court.Court),
            CourtOutcome = d.FillGapsOnly ? was?.CourtOutcome ?? court.Outcome : court.Outcome ?? was?.CourtOutcome,
        };
        if (was is null)
        {
            d.Put("Sentence", null, now);
        }
        else if (d.FillGapsOnly && now.ValidFrom != was.ValidFrom)
        {
            now = now with { ValidFrom = was.ValidFrom };
        }

        if (was is not null && !Equal(now, was))
        {
            if (was.Recorded.Source is SourceSystem.Throughcare && !d.FillGapsOnly)
            {
                d.Conflict("Sentence", Words(was), Words(now));
            }
            else
            {
                d.Put("Sentence", was, now.Next(d.Entry));
            }
        }

        T? Taken<T>(T? here, T? there)
            where T : struct => d.FillGapsOnly ? here ?? there : there ?? here;

        static bool Equal(SentenceRecord one, SentenceRecord other) => (one with { }).Equals(other);

        static string Words(SentenceRecord s) => $"{s.ValidFrom:yyyy-MM-dd}: {s.Years ?? 0} years, {s.Months ?? 0} months, {s.Days ?? 0} days";
    }

    private static void Offences(Deciding d, CaseId ofCase, DateOnly since)
    {
        var main = d.Row.Text(OfflocField.MainOffence, 400);
        var others = d.Row.Items(OfflocField.OtherOffences).Select(o => o.Length <= 400 ? o : o[..400]).Where(o => o != main).ToHashSet(StringComparer.Ordinal);
        var was = d.Was.Offences.Where(o => o.CaseId == ofCase && o.ValidTo is null).ToList();
        if (main is not null)
        {
            One(main, isMain: true);
        }

        foreach (var other in others)
        {
            One(other, isMain: false);
        }

        if (d.FillGapsOnly)
        {
            return;
        }

        foreach (var gone in was.Where(o => o.Recorded.Source is SourceSystem.Offloc && o.Description != main && !others.Contains(o.Description)
            && (o.IsMain ? main is not null : others.Count > 0)))
        {
            var lastDay = d.Day.AddDays(-1);
            d.Put("Offences", gone, gone.EndedOn(lastDay < gone.ValidFrom ? gone.ValidFrom : lastDay, d.Entry));
        }

        void One(string description, bool isMain)
        {
            if (was.Find(o => o.Description == description) is { } there)
            {
                if (there.IsMain != isMain && there.Recorded.Source is SourceSystem.Offloc && !d.FillGapsOnly)
                {
                    d.Put("Offences", there, there.Next(d.Entry) with { IsMain = isMain });
                }

                return;
            }

            if (d.FillGapsOnly && isMain && was.Exists(o => o.IsMain))
            {
                return;
            }

            var group = OffenceGrouping.Of(description);
            if (group == OffenceGrouping.NotGrouped)
            {
                d.Warn(isMain ? OfflocField.MainOffence : OfflocField.OtherOffences, description, "OFFENCE_NOT_GROUPED", "No group of offences has these words");
            }

            d.Put("Offences", null, new Offence
            {
                Id = d.NewId(),
                PersonId = d.PersonId,
                CaseId = ofCase,
                ValidFrom = since,
                Recorded = d.Entry,
                Description = description,
                GroupCode = group,
                IsMain = isMain,
            });
        }
    }

    /// <summary>An older file says nothing about dates that are on record: one that is missing may have been cleared since.</summary>
    private static KeyDates Filled(Deciding d, KeyDates was)
    {
        var now = was with
        {
            EmploymentAtDischarge = was.EmploymentAtDischarge ?? d.Row.Text(OfflocField.EmploymentAtDischarge, 60),
            SupervisingService = was.SupervisingService ?? d.Row.Text(OfflocField.SupervisingService, 240),
        };
        if (now == was)
        {
            return was;
        }

        now = now.Next(d.Entry);
        d.Put("Key dates", was, now);
        return now;
    }

    private static KeyDates? Dates(Deciding d, CaseId ofCase, DateOnly since)
    {
        var was = d.Was.KeyDates.Where(k => k.CaseId == ofCase).MaxBy(k => k.ValidFrom);
        if (was is not null && d.FillGapsOnly)
        {
            return Filled(d, was);
        }

        var stand = was ?? new KeyDates { Id = d.NewId(), PersonId = d.PersonId, CaseId = ofCase, ValidFrom = since, Recorded = d.Entry };
        var now = stand with
        {
            Sed = Owned(OfflocField.Sed, KeyDateFields.Sed, stand.Sed),
            Hdced = Owned(OfflocField.Hdced, KeyDateFields.Hdced, stand.Hdced),
            Hdcad = Owned(OfflocField.Hdcad, KeyDateFields.Hdcad, stand.Hdcad),
            Ped = Owned(OfflocField.Ped, KeyDateFields.Ped, stand.Ped),
            Crd = Owned(OfflocField.Crd, KeyDateFields.Crd, stand.Crd),
            Npd = Owned(OfflocField.Npd, KeyDateFields.Npd, stand.Npd),
            Led = Owned(OfflocField.Led, KeyDateFields.Led, stand.Led),
            Tused = Owned(OfflocField.Tused, KeyDateFields.Tused, stand.Tused),
            ConfirmedRelease = Owned(OfflocField.ConfirmedRelease, KeyDateFields.ConfirmedRelease, stand.ConfirmedRelease),
            EarliestRelease = Owned(OfflocField.EarliestRelease, KeyDateFields.None, stand.EarliestRelease),
            ReleaseReason = d.ReasonCode(OfflocField.ReleaseReason),
            LicenceType = d.Row.Text(OfflocField.LicenceType, 60) ?? stand.LicenceType,
            EmploymentAtDischarge = d.Row.Text(OfflocField.EmploymentAtDischarge, 60) ?? stand.EmploymentAtDischarge,
            SupervisingService = d.Row.Text(OfflocField.SupervisingService, 240) ?? stand.SupervisingService,
        };
        if (now == stand)
        {
            return was;
        }

        now = now with { AsOf = d.Day };
        d.Put("Key dates", was, was is null ? now : now.Next(d.Entry));
        return now;

        DateOnly? Owned(int field, KeyDateFields flag, DateOnly? here)
        {
            var there = d.Date(field, out var isUnreadable);
            if (isUnreadable || there == here)
            {
                return here;
            }

            if (flag is KeyDateFields.None || !stand.EditedHere.HasFlag(flag))
            {
                return there;
            }

            if (there is { } day)
            {
                d.Conflict($"Key dates: {flag}", here?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            }

            return here;
        }
    }
}
