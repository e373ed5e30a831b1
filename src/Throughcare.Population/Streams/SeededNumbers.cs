using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Throughcare.Population.Streams;

/// <summary>Where the streams of one population start: its seed and its size.</summary>
/// <param name="Seed">The number that the user gives; 42 unless said otherwise.</param>
/// <param name="Size">Name of the size, such as <c>demo</c>; part of every root, so two sizes share nothing.</param>
public sealed record StreamRoot(long Seed, string Size)
{
    /// <summary>The stream of one path, such as <c>person|17|name</c>: the same for the same seed, size and path, whatever else is drawn.</summary>
    public SeededNumbers Of(string path)
    {
        Span<byte> text = stackalloc byte[192];
        var written = Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"throughcare-population|v1|{Seed}|{Size}|{path}"), text);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text[..written], hash);
        return new SeededNumbers(System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(hash));
    }
}

/// <summary>A stream of numbers by SplitMix64 (Steele, Lea and Flood 2014): small, fast, and the same on every machine.</summary>
/// <remarks>A value that moves on as it is read: pass it by <see langword="ref"/>, or make it anew from its path.</remarks>
public struct SeededNumbers(ulong state)
{
    private ulong _state = state;

    /// <summary>The state from which the next number comes.</summary>
    public readonly ulong State => _state;

    public ulong Next()
    {
        _state += 0x9E37_79B9_7F4A_7C15;
        return Mix(_state);
    }

    /// <summary>A number of 0 or more and less than 1, in steps of 2^-53.</summary>
    public double Uniform() => (Next() >> 11) / 9007199254740992.0;

    /// <summary>A whole number of 0 or more and less than <paramref name="count"/>.</summary>
    public int Below(int count) => (int)Math.Floor(Uniform() * count);

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>, both included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>True with this probability, 0 to 1.</summary>
    public bool Chance(double share) => Uniform() < share;

    public T One<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>A normal value by Box and Muller: two uniforms give one value, the first.</summary>
    public double Normal(double mean = 0, double deviation = 1)
    {
        var u1 = Uniform();
        var u2 = Uniform();
        u1 = u1 == 0 ? 1 / 9007199254740992.0 : u1;
        return mean + deviation * Math.Sqrt(-2 * Math.Log(u1)) * Math.Cos(2 * Math.PI * u2);
    }

    /// <summary>The exponential of a normal value whose own mean and deviation these are.</summary>
    public double LogNormal(double mu, double sigma) => Math.Exp(Normal(mu, sigma));

    /// <summary>A number that depends on the parts alone and not on any stream's position.</summary>
    internal static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9;
        z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB;
        return z ^ (z >> 31);
    }
}
