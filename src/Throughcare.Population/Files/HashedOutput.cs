using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Throughcare.Population.Files;

/// <summary>Collects bytes, writes them in large pieces and hashes what it writes.</summary>
internal sealed class HashedOutput(Stream output) : IDisposable
{
    private const int FlushAt = 1 << 18;

    private readonly ArrayBufferWriter<byte> _buffer = new(FlushAt + (1 << 16));
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>How many bytes were given so far.</summary>
    public long Bytes { get; private set; }

    /// <summary>Whether enough is waiting to be written.</summary>
    public bool IsFull => _buffer.WrittenCount >= FlushAt;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        _buffer.Write(bytes);
        Bytes += bytes.Length;
    }

    public void Add(string text) => Bytes += Encoding.UTF8.GetBytes(text, _buffer);

    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        _hash.AppendData(_buffer.WrittenSpan);
        await output.WriteAsync(_buffer.WrittenMemory, cancellationToken).ConfigureAwait(false);
        _buffer.ResetWrittenCount();
    }

    /// <summary>Writes what waits and gives the hash of all, in lower-case hexadecimal.</summary>
    public async Task<string> EndAsync(CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken).ConfigureAwait(false);
        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    public void Dispose() => _hash.Dispose();
}
