using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Offloc;

namespace Throughcare.Exchange.Record;

/// <summary>One line, or one of several lines that belong together.</summary>
/// <param name="Kind">Which kind of line, as the file's reader numbers them; 0 where there is one kind.</param>
/// <param name="Values">Its fields, trimmed, with single spaces; empty where nothing is said.</param>
internal sealed record FilePart(byte Kind, string[] Values);

/// <summary>What a file says of one key: one line of a list, or all lines about one person.</summary>
/// <param name="Line">The line of the file on which it begins, from 1.</param>
/// <param name="Key">By which the source knows it.</param>
/// <param name="Hash">Equal for equal content that is about the person.</param>
/// <param name="Problem">Why the reader could not make sense of it.</param>
internal sealed record FileRow(int Line, string Key, IReadOnlyList<FilePart> Parts, byte[] Hash, RowProblem? Problem = null);

/// <summary>Keeps rows in compressed pieces, between the file and the record.</summary>
internal sealed class FileRowWriter(Func<byte[], CancellationToken, Task> keep) : IDisposable
{
    private const int PieceBytes = 1 << 20;

    private readonly MemoryStream _piece = new();

    public int Rows { get; private set; }

    public async ValueTask AddAsync(FileRow row, CancellationToken stop)
    {
        Rows++;
        using (var writer = new BinaryWriter(_piece, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write7BitEncodedInt(row.Line);
            writer.Write(row.Key);
            writer.Write(row.Hash);
            writer.Write(row.Problem is not null);
            if (row.Problem is { } problem)
            {
                writer.Write(problem.Column);
                writer.Write(problem.Value);
                writer.Write(problem.Code);
                writer.Write(problem.Message);
            }

            writer.Write7BitEncodedInt(row.Parts.Count);
            foreach (var part in row.Parts)
            {
                writer.Write(part.Kind);
                writer.Write7BitEncodedInt(part.Values.Length);
                foreach (var value in part.Values)
                {
                    writer.Write(value);
                }
            }
        }

        if (_piece.Length >= PieceBytes)
        {
            await FlushAsync(stop);
        }
    }

    /// <summary>Keeps what has not been kept yet.</summary>
    public async Task FlushAsync(CancellationToken stop)
    {
        if (_piece.Length == 0)
        {
            return;
        }

        var raw = (int)_piece.Length;
        var room = new byte[4 + BrotliEncoder.GetMaxCompressedLength(raw)];
        BinaryPrimitives.WriteInt32BigEndian(room, raw);
        var written = BrotliEncoder.TryCompress(_piece.GetBuffer().AsSpan(0, raw), room.AsSpan(4), out var length, quality: 1, window: 20)
            ? length
            : throw new InvalidOperationException("A piece of the file can not be compressed.");
        _piece.SetLength(0);
        await keep(room[..(4 + written)], stop);
    }

    public void Dispose() => _piece.Dispose();
}

/// <summary>Gives kept rows back.</summary>
internal static class FileRows
{
    /// <param name="piece">As the piece was kept, expanded.</param>
    public static IEnumerable<FileRow> Read(byte[] piece)
    {
        using var reader = new BinaryReader(new MemoryStream(piece), Encoding.UTF8);
        while (reader.BaseStream.Position < piece.Length)
        {
            var line = reader.Read7BitEncodedInt();
            var key = reader.ReadString();
            var hash = reader.ReadBytes(SHA256.HashSizeInBytes);
            var problem = reader.ReadBoolean()
                ? new RowProblem(reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString(), ImportSeverity.Error)
                : null;
            var parts = new FilePart[reader.Read7BitEncodedInt()];
            for (var i = 0; i < parts.Length; i++)
            {
                var kind = reader.ReadByte();
                var values = new string[reader.Read7BitEncodedInt()];
                for (var v = 0; v < values.Length; v++)
                {
                    values[v] = reader.ReadString();
                }

                parts[i] = new FilePart(kind, values);
            }

            yield return new FileRow(line, key, parts, hash, problem);
        }
    }

    /// <summary>SHA-256 over the parts in an order of their own, each value with its length before it: the order of lines does not matter.</summary>
    /// <param name="parts">With those fields alone that are about the person.</param>
    public static byte[] HashOf(IEnumerable<FilePart> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts.Select(Canonical).Order(ByteOrder.Instance))
        {
            hash.AppendData(part);
        }

        return hash.GetHashAndReset();
    }

    private static byte[] Canonical(FilePart part)
    {
        using var content = new MemoryStream();
        using (var writer = new BinaryWriter(content, Encoding.UTF8))
        {
            writer.Write(part.Kind);
            foreach (var value in part.Values)
            {
                var bytes = Encoding.UTF8.GetBytes(value);
                writer.Write(bytes.Length);
                writer.Write(bytes);
            }
        }

        return content.ToArray();
    }

    private sealed class ByteOrder : IComparer<byte[]>
    {
        public static ByteOrder Instance { get; } = new();

        public int Compare(byte[]? x, byte[]? y) => x.AsSpan().SequenceCompareTo(y);
    }
}
