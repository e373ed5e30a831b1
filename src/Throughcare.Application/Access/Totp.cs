using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Throughcare.Application.Access;

/// <summary>The six digits that an authenticator shows: RFC 6238, SHA-1, 30 seconds.</summary>
public static class Totp
{
    private const int StepSeconds = 30;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A new secret, 160 bits.</summary>
    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(20);

    public static long StepAt(DateTimeOffset at) => at.ToUnixTimeSeconds() / StepSeconds;

    public static string Code(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // what authenticators speak
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var at = hash[^1] & 0xF;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(at)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step whose code this is: now, or the one before or after, for clocks that differ.</summary>
    /// <param name="after">Steps up to this one were used already.</param>
    /// <returns><see langword="null"/> for a wrong code.</returns>
    public static long? StepOf(byte[] secret, string code, DateTimeOffset at, long after)
    {
        var typed = System.Text.Encoding.ASCII.GetBytes(code.Replace(" ", "", StringComparison.Ordinal));
        long? found = null;
        for (var step = StepAt(at) - 1; step <= StepAt(at) + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(Code(secret, step)), typed) && step > after)
            {
                found = step;
            }
        }

        return found;
    }

    /// <summary>The secret as it is typed into an authenticator: base 32, in fours.</summary>
    public static string Words(byte[] secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        var text = new System.Text.StringBuilder();
        for (var bit = 0; bit < secret.Length * 8; bit += 5)
        {
            var window = (secret[bit / 8] << 8) | (bit / 8 + 1 < secret.Length ? secret[(bit / 8) + 1] : 0);
            text.Append(bit % 20 == 0 && bit > 0 ? " " : "").Append(Base32[(window >> (11 - (bit % 8))) & 31]);
        }

        return text.ToString();
    }
}
