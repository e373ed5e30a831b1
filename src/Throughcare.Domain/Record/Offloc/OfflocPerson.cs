using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Record.Offloc;

/// <summary>Numbers, names and details.</summary>
internal static class OfflocPerson
{
    private const int LongestName = 35;

    public static void Decide(Deciding d)
    {
        Numbers(d);
        Name(d);
        Details(d);
    }

    private static void Numbers(Deciding d)
    {
        HashSet<(IdentifierKind, string)> seen = [.. d.Was.Identifiers.Select(i => (i.Kind, i.Canonical))];
        var own = NumberReading.Of(IdentifierKind.Noms, d.Row[OfflocField.PrisonNumber], d.Day)!;   // the row's key: it was checked
        Add(IdentifierKind.Noms, own.Canonical, own.AsGiven, d.Was.IsNumberDisputed ? IdentifierCheck.Disputed : own.Check);

        Number(IdentifierKind.Booking, OfflocField.BookingNumber, d.Row[OfflocField.BookingNumber]);
        foreach (var text in d.Row.Items(OfflocField.PreviousBookings))
        {
            Number(IdentifierKind.Booking, OfflocField.PreviousBookings, text);
        }

        foreach (var text in d.Row.Items(OfflocField.Pnc))
        {
            Number(IdentifierKind.Pnc, OfflocField.Pnc, text);
        }

        Number(IdentifierKind.Cro, OfflocField.Cro, d.Row[OfflocField.Cro]);

        void Number(IdentifierKind kind, int field, string text)
        {
            if (NumberReading.Of(kind, text, d.Day) is { } read)
            {
                foreach (var (code, message) in read.Warnings)
                {
                    d.Warn(field, text, code, message);
                }

                Add(kind, read.Canonical, read.AsGiven, read.Check);
            }
        }

        void Add(IdentifierKind kind, string canonical, string? asGiven, IdentifierCheck check)
        {
            if (seen.Add((kind, canonical)))
            {
                d.Put("Numbers", null, new PersonIdentifier
                {
                    Id = d.NewId(),
                    PersonId = d.PersonId,
                    ValidFrom = d.Day,
                    Recorded = d.Entry,
                    Kind = kind,
                    Canonical = canonical,
                    AsGiven = asGiven,
                    Check = check,
                });
            }
        }
    }

    private static void Name(Deciding d)
    {
        var (last, first, middle) = (Part(OfflocField.LastName), Part(OfflocField.FirstName), Part(OfflocField.MiddleName));
        var current = d.Was.Names.Find(n => n.Type is NameType.Current);
        if (current is null)
        {
            if (last is null)
            {
                d.Warn(OfflocField.LastName, "", "NAME_MISSING", "The file gives no last name; the person is known by their prison number");
            }

            d.Put("Name", null, new PersonName
            {
                Id = d.NewId(),
                PersonId = d.PersonId,
                ValidFrom = d.Day,
                Recorded = d.Entry,
                Type = NameType.Current,
                Last = last ?? d.Row[OfflocField.PrisonNumber],
                First = first,
                Middle = middle,
            });
            return;
        }

        var next = current with { Last = last ?? current.Last, First = first ?? current.First, Middle = middle ?? current.Middle };
        if (d.FillGapsOnly)
        {
            next = current with { First = current.First ?? first, Middle = current.Middle ?? middle };
        }

        if (next == current)
        {
            return;
        }

        if (current.Recorded.Source is SourceSystem.Throughcare && !d.FillGapsOnly)
        {
            d.Conflict("Name", Whole(current), Whole(next));
            return;
        }

        var isSamePerson = Same(next.Last, current.Last) && (current.First is null || Same(next.First, current.First)) && (current.Middle is null || Same(next.Middle, current.Middle));
        if (isSamePerson)
        {
            d.Put("Name", current, current.Next(d.Entry) with { Last = next.Last, First = next.First, Middle = next.Middle });
            return;
        }

        if (current.Recorded.Source is SourceSystem.Ndelius)
        {
            d.Disagreement("Name", Whole(next), Whole(current));
        }

        d.Put("Name", current, current.Next(d.Entry) with { Type = NameType.Alias });
        if (d.Was.Names.Find(n => n.Type is NameType.Alias && n.Last == next.Last && n.First == next.First && n.Middle == next.Middle) is { } again)
        {
            d.Put("Name", again, again.Next(d.Entry) with { Type = NameType.Current });
            return;
        }

        d.Put("Name", null, next with { Id = d.NewId(), Version = 1, ValidFrom = d.Day, Recorded = d.Entry });

        string? Part(int field)
        {
            var text = d.Row[field];
            if (text.Length > LongestName)
            {
                d.Warn(field, text, "VALUE_CUT", $"A name has at most {LongestName} characters; it was cut");
            }

            return d.Row.Text(field, LongestName);
        }
    }

    private static void Details(Deciding d)
    {
        var was = d.Was.Details;
        var now = new PersonDetails
        {
            Id = was?.Id ?? d.NewId(),
            PersonId = d.PersonId,
            ValidFrom = was?.ValidFrom ?? d.Day,
            Recorded = d.Entry,
            DateOfBirth = OfflocDates.Read(d.Row[OfflocField.DateOfBirth]),
            Sex = d.Row.Text(OfflocField.Sex) is not { } sex ? null : Coded.Of(sex[0] switch { 'M' or 'm' => "M", 'F' or 'f' => "F", _ => "NS" }),
            Ethnicity = d.Code(OfflocField.Ethnicity, CodeLists.Ethnicity),
            Nationality = d.Code(OfflocField.Nationality, CodeLists.Nationality),
            Religion = d.Code(OfflocField.Religion, CodeLists.Religion),
            MaritalStatus = d.Code(OfflocField.MaritalStatus, CodeLists.MaritalStatus),
            MaternityStatus = d.Row.Text(OfflocField.MaternityStatus, 60),
            EmploymentAtReception = d.Row.Text(OfflocField.EmploymentAtReception, 60),
            FirstConvictedOn = d.Date(OfflocField.FirstConvictedOn),
        };
        if (was is null)
        {
            d.Put("Details", null, now);
            return;
        }

        var next = was with
        {
            DateOfBirth = Owned(DetailFields.DateOfBirth, was.DateOfBirth, now.DateOfBirth),
            Sex = Owned(DetailFields.Sex, was.Sex, now.Sex),
            Ethnicity = Owned(DetailFields.Ethnicity, was.Ethnicity, now.Ethnicity),
            Nationality = Owned(DetailFields.Nationality, was.Nationality, now.Nationality),
            Religion = Owned(DetailFields.Religion, was.Religion, now.Religion),
            MaritalStatus = Owned(DetailFields.MaritalStatus, was.MaritalStatus, now.MaritalStatus),
            MaternityStatus = Taken(was.MaternityStatus, now.MaternityStatus),
            EmploymentAtReception = Taken(was.EmploymentAtReception, now.EmploymentAtReception),
            FirstConvictedOn = d.FillGapsOnly ? was.FirstConvictedOn ?? now.FirstConvictedOn : now.FirstConvictedOn ?? was.FirstConvictedOn,
        };
        if (next != was)
        {
            d.Put("Details", was, next.Next(d.Entry));
        }

        string? Taken(string? here, string? there) => d.FillGapsOnly ? here ?? there : there ?? here;

        T? Owned<T>(DetailFields field, T? here, T? there)
            where T : struct
        {
            if (there is null || here.Equals(there))
            {
                return here;
            }

            var kind = DetailKind.Find(field)!;
            if (here is not null && (d.FillGapsOnly || was.EditedHere.HasFlag(field)))
            {
                if (!d.FillGapsOnly)
                {
                    d.Conflict(kind.Name, kind.Words(was), kind.Words(now)!);
                }

                return here;
            }

            if (here is not null && was.Recorded.Source is SourceSystem.Ndelius)
            {
                d.Disagreement(kind.Name, kind.Words(now)!, kind.Words(was)!);
            }

            return there;
        }
    }

    private static string Whole(PersonName name) => string.Join(' ', new[] { name.Last + ",", name.First, name.Middle }.Where(p => p is not null));

    private static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];
}
