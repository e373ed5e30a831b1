using System.Text;
using Throughcare.Domain.Record.Offloc;
using Throughcare.Exchange.Offloc;
using Throughcare.Exchange.Record;
using Xunit;

namespace Throughcare.Exchange.Tests.Offloc;

public sealed class OfflocHashTests
{
    private static readonly OfflocLine Line = new OfflocLine("A1234BC").With(OfflocField.Alerts, "Arsonist\"~\"Bully");

    [Fact]
    public async Task What_belongs_to_the_file_and_not_to_the_person_is_not_in_it()
    {
        var hash = await OfAsync(Line);

        Assert.Equal(hash, await OfAsync(Line.On(new(2026, 3, 9))));
        Assert.Equal(hash, await OfAsync(Line.With(1, "Another name of the prison")));
        Assert.Equal(hash, await OfAsync(Line.With(122, "A remark that is never kept")));
    }

    [Fact]
    public async Task The_order_of_a_list_and_the_white_space_of_a_text_do_not_matter()
    {
        var hash = await OfAsync(Line);

        Assert.Equal(hash, await OfAsync(Line.With(OfflocField.Alerts, "Bully\"~\"Arsonist\"~\"Bully")));
        Assert.Equal(hash, await OfAsync(Line.With(OfflocField.LastName, "  Zabrake ")));
        Assert.Equal(
            await OfAsync(Line.With(OfflocField.LastName, "Zab\u00A0 \tr\u00E9ke")), await OfAsync(Line.With(OfflocField.LastName, "Zab r\u00E9ke")));
    }

    [Fact]
    public async Task Every_field_about_the_person_is_in_it()
    {
        var hash = await OfAsync(Line);
        foreach (var field in OfflocField.Imported.Where(OfflocField.IsInHash))
        {
            var text = field == OfflocField.Activities ? "a\",\"b\",\"1\",\"2\",\"3\",\"4" : "changed";
            var other = await OfAsync(Line.With(field, text));
            Assert.False(hash.AsSpan().SequenceEqual(other), OfflocField.NameOf(field));
        }

        Assert.Equal(106, OfflocField.Imported.Count(OfflocField.IsInHash));
    }

    [Fact]
    public async Task Text_cannot_move_from_one_field_to_the_next_unseen() => Assert.NotEqual(
        await OfAsync(Line.With(OfflocField.FirstName, "Adan Bo").With(OfflocField.MiddleName, "")),
        await OfAsync(Line.With(OfflocField.FirstName, "Adan").With(OfflocField.MiddleName, " Bo")));

    [Fact]
    public async Task What_is_not_imported_is_never_kept()
    {
        var everything = Enumerable.Range(0, OfflocField.Count).Aggregate(Line, (line, f) => OfflocField.SlotOf(f) < 0 ? line.With(f, "SECRETREMARK") : line);

        var piece = ReceivedPieces.Expand(await PackAsync(everything));

        Assert.DoesNotContain("SECRETREMARK", Encoding.UTF8.GetString(piece), StringComparison.Ordinal);
        Assert.Contains("A1234BC", Encoding.UTF8.GetString(piece), StringComparison.Ordinal);
    }

    private static async Task<byte[]> OfAsync(OfflocLine line)
    {
        var piece = ReceivedPieces.Expand(await PackAsync(line));
        return Hash(piece);

        static byte[] Hash(byte[] piece)
        {
            Span<Range> spans = stackalloc Range[OfflocField.Imported.Length];
            var row = new PackedRowReader(piece, spans);
            Assert.True(row.Read());
            return new OfflocHash(new OfflocText(false)).Of(row);
        }
    }

    private static async Task<byte[]> PackAsync(OfflocLine line)
    {
        byte[]? kept = null;
        var writer = new PackedRowWriter((piece, _) => { kept = piece; return Task.CompletedTask; });
        var reader = new OfflocReader(new MemoryStream(Encoding.UTF8.GetBytes(line.ToString())));
        Assert.True(await reader.ReadAsync(default));
        await writer.AddAsync(reader, default);
        await writer.FlushAsync(default);
        return kept!;
    }
}
