using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Record.Ndelius;

/// <summary>Numbers, names and details.</summary>
internal static class NdeliusPerson
{
    public const string OffenderPrefix = "OFF";

    private const string PreviousNamePrefix = "PRE";
    private const string OwnNamePrefix = "NAM";
    private const string AliasPrefix = "ALI";
    private const int LongestName = 35;

    public static void Decide(NdeliusDeciding d)
    {
        if (d.Row.Offender is { } line)
        {
            Numbers(d, line);
            Name(d, line);
            PreviousName(d, line);
            Details(d, line);
        }

        foreach (var alias in d.Row.Of(NdeliusLineKind.AliasDetails))
        {
            Alias(d, alias);
        }

        foreach (var more in d.Row.Of(NdeliusLineKind.AdditionalIdentifier))
        {
            More(d, more, "ADP", "PNC", IdentifierKind.Pnc);
            More(d, more, "ADO", "OldPnc", IdentifierKind.Pnc);
            More(d, more, "ADY", "YOT", IdentifierKind.YouthOffending);
            More(d, more, "ADM", "MilitaryServiceNumber", IdentifierKind.MilitaryService);
        }
    }

    private static void Numbers(NdeliusDeciding d, NdeliusLine line)
    {
        var crn = Crn.Parse(line["CRN"], null).ToString();
        var sourceId = d.Row.SourceId(OffenderPrefix, d.Row.OffenderId);
        d.Name(sourceId);
        var known = d.Was.Identifiers.Find(i => i.Kind is IdentifierKind.Crn && i.Canonical == crn);
        if (known is null)
        {
            d.Put("Numbers", null, New(d, IdentifierKind.Crn, crn, null, IdentifierCheck.Valid) with { SourceId = sourceId });
        }
        else if (known.SourceId != sourceId && !d.FillGapsOnly)
        {
            d.Put("Numbers", known, known with { SourceId = sourceId });
        }

        (string Field, IdentifierKind Kind)[] fields =
        [
            ("NOMISNumber", IdentifierKind.Noms), ("PNCNumber", IdentifierKind.Pnc), ("CRO", IdentifierKind.Cro), ("NINO", IdentifierKind.Nino),
            ("ImmigrationNumber", IdentifierKind.Immigration), ("PrisonNumber", IdentifierKind.Booking),
        ];
        foreach (var (field, kind) in fields)
        {
            if (Read(d, line, field, kind) is { } number && !Has(d, number))
            {
                d.Put("Numbers", null, number);
            }
        }
    }

    private static void More(NdeliusDeciding d, NdeliusLine line, string prefix, string field, IdentifierKind kind) =>
        d.Fact<PersonIdentifier>("Numbers", line, prefix, running =>
            Read(d, line, field, kind) is { } number && (running is not null || !Has(d, number))
                ? running is null ? number : running with { Kind = kind, Canonical = number.Canonical, AsGiven = number.AsGiven, Check = number.Check, ValidTo = null }
                : null);

    /// <summary>Numbers that have a line of their own may go with it: they do not count.</summary>
    private static bool Has(NdeliusDeciding d, PersonIdentifier number) =>
        d.After<PersonIdentifier>().Any(i => i.Kind == number.Kind && i.Canonical == number.Canonical && !HasLine(i));

    private static bool HasLine(FactVersion fact) =>
        fact.SourceId is { } id && (id.StartsWith("AD", StringComparison.Ordinal) || id.StartsWith(AliasPrefix, StringComparison.Ordinal));

    /// <summary>The number in a field; <see langword="null"/> for none and for placeholders.</summary>
    private static PersonIdentifier? Read(NdeliusDeciding d, NdeliusLine line, string field, IdentifierKind kind)
    {
        if (NumberReading.Of(kind, line[field], d.Day) is not { } read)
        {
            return null;
        }

        foreach (var (code, message) in read.Warnings)
        {
            d.Warn(line, field, code, message);
        }

        var isDisputed = kind is IdentifierKind.Noms && d.Was.IsNumberDisputed && read.Check is IdentifierCheck.Valid;
        return New(d, kind, read.Canonical, read.AsGiven, isDisputed ? IdentifierCheck.Disputed : read.Check);
    }

    private static PersonIdentifier New(NdeliusDeciding d, IdentifierKind kind, string canonical, string? asGiven, IdentifierCheck check) => new()
    {
        Id = d.NewId(),
        PersonId = d.PersonId,
        ValidFrom = d.Day,
        Recorded = d.Entry,
        Kind = kind,
        Canonical = canonical,
        AsGiven = asGiven,
        Check = check,
    };

    private static void Name(NdeliusDeciding d, NdeliusLine line)
    {
        var sourceId = d.Row.SourceId(OwnNamePrefix, d.Row.OffenderId);
        d.Name(sourceId);
        var (last, first, middle) = (line.Text("Surname", LongestName), line.Text("FirstName", LongestName), NdeliusIdentity.MiddleOf(line));
        var title = CodeLists.Title.Find(line["TitleCode"].ToUpperInvariant())?.Code;
        var current = d.Was.Names.Find(n => n.Type is NameType.Current);
        if (last is null)
        {
            d.Warn(line, "Surname", "NAME_MISSING", "The file gives no last name; the person is known by their CRN");
            if (current is not null)
            {
                return;
            }
        }

        var given = new PersonName
        {
            Id = d.NewId(),
            PersonId = d.PersonId,
            ValidFrom = d.Day,
            Recorded = d.Entry,
            Type = NameType.Current,
            Title = title,
            Last = last ?? line["CRN"],
            First = first,
            Middle = middle,
        };
        if (current is null)
        {
            d.Put("Name", null, given);
            return;
        }

        if (Same(given.Last, current.Last) && (first is null || current.First is null || Same(first, current.First)) && (middle is null || current.Middle is null || Same(middle, current.Middle)))
        {
            d.Put("Name", current, current with { Title = current.Title ?? title, First = current.First ?? first, Middle = current.Middle ?? middle });
            return;
        }

        var alias = d.Was.Names.Find(n => n.Type is not NameType.Current && !HasLine(n) && IsName(n, given));
        if (d.FillGapsOnly || d.IsInCustody || current.Recorded.Source is SourceSystem.Throughcare)
        {
            if (alias is null)
            {
                var own = d.Was.Names.Find(n => n.SourceId == sourceId);
                d.Put("Name", own, own is null
                    ? given with { Type = NameType.Alias, SourceId = sourceId }
                    : own with { Last = given.Last, First = first, Middle = middle, ValidTo = null });
            }

            if (!d.FillGapsOnly)
            {
                d.Item(current.Recorded.Source is SourceSystem.Throughcare ? DataQualityKind.SourceConflict : DataQualityKind.SourceDisagreement, "Name", Whole(current), Whole(given));
            }

            return;
        }

        if (current.Recorded.Source is SourceSystem.Offloc)
        {
            d.Item(DataQualityKind.SourceDisagreement, "Name", Whole(given), Whole(current));
        }

        d.Put("Name", current, current with { Type = NameType.Alias });
        if (alias is null)
        {
            d.Put("Name", null, given);
        }
        else
        {
            d.Put("Name", alias, alias with { Type = NameType.Current, Title = title ?? alias.Title, ValidTo = null, SourceId = null });
        }
    }

    private static void PreviousName(NdeliusDeciding d, NdeliusLine line)
    {
        var sourceId = d.Row.SourceId(PreviousNamePrefix, d.Row.OffenderId);
        d.Name(sourceId);
        if (line.Text("PreviousSurname", LongestName) is not { } last)
        {
            return;
        }

        var running = d.Was.Names.Find(n => n.SourceId == sourceId);
        var first = line.Text("FirstName", LongestName);
        if (running is not null)
        {
            if (!d.FillGapsOnly && running.Type is not NameType.Current)
            {
                d.Put("Name", running, running with { Last = last, First = first, ValidTo = null });
            }
        }
        else if (!d.After<PersonName>().Any(n => !HasLine(n) && Same(n.Last, last) && Same(n.First, first)))
        {
            d.Put("Name", null, new PersonName
            {
                Id = d.NewId(),
                PersonId = d.PersonId,
                ValidFrom = d.Day,
                Recorded = d.Entry,
                Type = NameType.Alias,
                Last = last,
                First = first,
                SourceId = sourceId,
            });
        }
    }

    private static void Alias(NdeliusDeciding d, NdeliusLine line) => d.Fact<PersonName>("Name", line, AliasPrefix, running =>
    {
        var (last, first, middle) = (line.Text("Surname", LongestName), line.Text("FirstName", LongestName), NdeliusIdentity.MiddleOf(line));
        if (last is null || running?.Type is NameType.Current)
        {
            return null;
        }

        var born = d.Date(line, "DateOfBirth");
        if (running is null && d.After<PersonName>().Any(n => !HasLine(n) && Same(n.Last, last) && Same(n.First, first) && Same(n.Middle, middle) && (born is null || n.DateOfBirth == born)))
        {
            return null;
        }

        return new PersonName
        {
            Id = default,
            PersonId = d.PersonId,
            ValidFrom = running?.ValidFrom ?? d.Day,
            Recorded = d.Entry,
            Type = running?.Type ?? NameType.Alias,
            Last = last,
            First = first,
            Middle = middle,
            DateOfBirth = born,
        };
    });

    private static void Details(NdeliusDeciding d, NdeliusLine line)
    {
        var was = d.Was.Details;
        var sex = line["GenderDescription"].Length > 0 ? line["GenderDescription"] : line["GenderCode"];
        var now = new PersonDetails
        {
            Id = was?.Id ?? d.NewId(),
            PersonId = d.PersonId,
            ValidFrom = was?.ValidFrom ?? d.Day,
            Recorded = d.Entry,
            DateOfBirth = line.Date("DateOfBirth"),
            Sex = sex.Length == 0 ? null : Coded.Of(sex[0] switch { 'M' or 'm' => "M", 'F' or 'f' => "F", _ => "NS" }),
            Ethnicity = d.Code(line, "EthnicityCode", "EthnicityDescription", CodeLists.Ethnicity),
            Nationality = d.Code(line, "NationalityCode", "NationalityDescription", CodeLists.Nationality),
            SecondNationality = d.Code(line, "SecondNationalityCode", "SecondNationalityDescription", CodeLists.Nationality),
            ImmigrationStatus = line.Text("ImmigrationStatusDescription", 120) ?? line.Text("ImmigrationStatusCode", 120),
        };
        if (was is null)
        {
            d.Put("Details", null, now);
            return;
        }

        d.Put("Details", was, was with
        {
            DateOfBirth = Owned(DetailFields.DateOfBirth, was.DateOfBirth, now.DateOfBirth),
            Sex = Owned(DetailFields.Sex, was.Sex, now.Sex),
            Ethnicity = Owned(DetailFields.Ethnicity, was.Ethnicity, now.Ethnicity),
            Nationality = Owned(DetailFields.Nationality, was.Nationality, now.Nationality),
            SecondNationality = d.FillGapsOnly ? was.SecondNationality ?? now.SecondNationality : now.SecondNationality ?? was.SecondNationality,
            ImmigrationStatus = d.FillGapsOnly ? was.ImmigrationStatus ?? now.ImmigrationStatus : now.ImmigrationStatus ?? was.ImmigrationStatus,
        });

        T? Owned<T>(DetailFields field, T? here, T? there)
            where T : struct
        {
            if (there is null || here.Equals(there))
            {
                return here;
            }

            if (here is null)
            {
                return there;
            }

            if (d.FillGapsOnly)
            {
                return here;
            }

            var kind = DetailKind.Find(field)!;
            var (mine, theirs) = (kind.Words(was)!, kind.Words(now)!);
            if (was.EditedHere.HasFlag(field))
            {
                d.Item(DataQualityKind.SourceConflict, kind.Name, mine, theirs);
                return here;
            }

            if (d.IsInCustody)
            {
                d.Item(DataQualityKind.SourceDisagreement, kind.Name, mine, theirs);
                return here;
            }

            if (was.Recorded.Source is SourceSystem.Offloc)
            {
                d.Item(DataQualityKind.SourceDisagreement, kind.Name, theirs, mine);
            }

            return there;
        }
    }

    private static bool IsName(PersonName one, PersonName other) => Same(one.Last, other.Last) && Same(one.First, other.First) && Same(one.Middle, other.Middle);

    private static string Whole(PersonName name) => string.Join(' ', new[] { name.Last + ",", name.First, name.Middle }.Where(p => p is not null));

    private static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];
}
