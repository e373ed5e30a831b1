namespace Throughcare.Bench;

/// <param name="Number">Prison number.</param>
internal sealed record OfflocPerson(string Number, string Surname, string Forename);

/// <summary>The people whom an Offloc file names.</summary>
internal static class OfflocPeople
{
    public static IReadOnlyList<OfflocPerson> Read(string file, string prison)
    {
        List<OfflocPerson> people = [];
        foreach (var line in File.ReadLines(file))
        {
            var fields = line.Split("\"|\"", 10);
            if (fields.Length == 10 && fields[2] == prison && fields[3].Length == 7)
            {
                people.Add(new(fields[3], fields[6], fields[7]));
            }
        }

        return people.Count > 0 ? people : throw new InvalidOperationException($"{file} names nobody in {prison}.");
    }
}
