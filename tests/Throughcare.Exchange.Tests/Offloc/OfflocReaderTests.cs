using System.Text;
using CsCheck;
using Throughcare.Domain.Record.Offloc;
using Throughcare.Exchange.Offloc;
using Throughcare.Exchange.Record;
using Xunit;

namespace Throughcare.Exchange.Tests.Offloc;

public sealed class OfflocReaderTests
{
    private static readonly OfflocLine Line = new OfflocLine("A1234BC").With(OfflocField.Tused, "08/10/2027");

    private static readonly string[] Pieces =
        ["\"02/03/2026\"|\"", "\"|\"", ",\"|\",", "\"~\"", "\r\n", "\n", "\"", "|", "é", "\0", "08/10/2027", "A1234BC", "", "   "];

    [Fact]
    public async Task A_whole_line_has_153_fields_and_line_ends_of_either_kind_end_it()
    {
        var rows = await ReadAsync($"{Line}\r\n{Line}\n{Line}");

        Assert.All(rows, row => Assert.Equal(153, row.Count));
        Assert.Equal([1, 2, 3], rows.Select(r => r.Line));
        Assert.All(rows, row => Assert.Equal(("02/03/2026", "A1234BC", "08/10/2027"), (row.Fields[0], row.Fields[3], row.Fields[152])));
    }

    [Theory]
    [InlineData("\n"), InlineData("\r\n"), InlineData("\n\n"), InlineData("\nand\nmore ")]
    public async Task A_line_that_does_not_begin_with_a_quoted_date_goes_on_with_the_row_before(string lineBreak)
    {
        var broken = Line.With(118, $"one{lineBreak}two");

        var rows = await ReadAsync($"{broken}\r\n{Line}\r\n");

        Assert.Equal(2, rows.Count);
        Assert.All(rows, row => Assert.Equal((153, "08/10/2027"), (row.Count, row.Fields[152])));
    }

    [Fact]
    public async Task A_top_up_date_without_its_quotes_is_the_last_field()
    {
        var text = Line.ToString();
        var bare = text[..text.LastIndexOf("\"|\"", StringComparison.Ordinal)] + "\"|08/10/2027";

        var row = Assert.Single(await ReadAsync(bare));

        Assert.Equal((153, "", "08/10/2027"), (row.Count, row.Fields[151], row.Fields[152]));
    }

    [Fact]
    public async Task A_row_of_152_fields_lacks_the_last_date()
    {
        var text = Line.With(151, "last").ToString();

        var row = Assert.Single(await ReadAsync(text[..text.LastIndexOf("|\"", StringComparison.Ordinal)]));

        Assert.Equal((153, "last", ""), (row.Count, row.Fields[151], row.Fields[152]));
    }

    [Fact]
    public async Task An_empty_value_in_a_group_is_no_end_of_a_field()
    {
        var row = Assert.Single(await ReadAsync(Line.With(151, "Induction\",\"|\",\"8\",\"30\",\"11\",\"45").ToString()));

        Assert.Equal(153, row.Count);
    }

    [Fact]
    public async Task Quotes_within_text_are_text()
    {
        var row = Assert.Single(await ReadAsync(Line.With(42, "Theft of a \"bicycle\"").ToString()));

        Assert.Equal((153, "Theft of a \"bicycle\""), (row.Count, row.Fields[42]));
    }

    [Theory]
    [InlineData(151), InlineData(154)]
    public async Task Any_other_count_is_told(int count)
    {
        var fields = Line.ToString().Split("\"|\"").ToList();
        var text = count < 153 ? string.Join("\"|\"", fields.Take(count - 1).Append("x\"")) : string.Join("\"|\"", fields.Prepend("\"02/03/2026").Take(154));

        Assert.Equal(count, Assert.Single(await ReadAsync(text)).Count);
    }

    [Fact]
    public async Task A_mark_at_the_beginning_is_passed_over_and_bytes_that_are_not_UTF8_are_counted()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Line.With(6, "Zab#rake").ToString())];
        bytes[Array.IndexOf(bytes, (byte)'#')] = 0xE9;
        var reader = new OfflocReader(new MemoryStream(bytes));

        Assert.True(await reader.ReadAsync(default));
        Assert.Equal((153, 1), (reader.Count, reader.InvalidBytes));
    }

    [Fact]
    public void Any_bytes_at_all_can_be_read()
    {
        var pieces = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]);
        var tokens = Gen.Select(pieces.Array[0, 400], Gen.Byte.Array[0, 300], (p, b) => (byte[])[.. Encoding.UTF8.GetBytes(string.Concat(p)), .. b, .. Encoding.UTF8.GetBytes(string.Concat(p))]);
        tokens.Sample(bytes =>
        {
            var reader = new OfflocReader(new Dribble(bytes));
            List<byte[]> kept = [];
            var writer = new PackedRowWriter((piece, _) => { kept.Add(piece); return Task.CompletedTask; });
            while (reader.ReadAsync(default).AsTask().GetAwaiter().GetResult())
            {
                writer.AddAsync(reader, default).AsTask().GetAwaiter().GetResult();
            }

            writer.FlushAsync(default).GetAwaiter().GetResult();
            Assert.Equal(writer.Rows, kept.Sum(Unpack));
        }, iter: 300);
    }

    [Fact]
    public async Task A_file_that_is_one_endless_line_takes_little_memory()
    {
        await using var endless = new MemoryStream(Encoding.UTF8.GetBytes("\"02/03/2026\"|\"" + new string('x', 5 * OfflocReader.MostBytes)));

        var reader = new OfflocReader(endless);

        Assert.True(await reader.ReadAsync(default));
        Assert.Equal(0, reader.Count);
        Assert.False(await reader.ReadAsync(default));
    }

    private static int Unpack(byte[] content)
    {
        Span<Range> spans = stackalloc Range[OfflocField.Imported.Length];
        var row = new PackedRowReader(ReceivedPieces.Expand(content), spans);
        var hash = new OfflocHash(new OfflocText(false));
        var count = 0;
        while (row.Read())
        {
            count++;
            if (row.Count == OfflocField.Count)
            {
                Assert.Equal(32, hash.Of(row).Length);
            }
        }

        return count;
    }

    private static async Task<List<(int Line, int Count, string[] Fields)>> ReadAsync(string text)
    {
        var reader = new OfflocReader(new Dribble(Encoding.UTF8.GetBytes(text)));
        List<(int, int, string[])> rows = [];
        while (await reader.ReadAsync(default))
        {
            rows.Add((reader.Line, reader.Count, [.. Enumerable.Range(0, reader.Count).Select(i => Encoding.UTF8.GetString(reader[i]))]));
        }

        return rows;
    }

    /// <summary>Gives a few bytes at a time, so that every place is once the end of a buffer.</summary>
    private sealed class Dribble(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            new(Read(buffer.Span[..Math.Min(7, buffer.Length)]));
    }
}
