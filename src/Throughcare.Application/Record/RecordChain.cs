using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>The chain of events of a person: each row holds the hash of the one before, so that none can be changed,
/// taken out or put in unseen.</summary>
public static class RecordChain
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(), new TypedIdConverters(), new PlaceCodeJson(), new CodedJson() },
    };

    /// <summary>Makes the next row of a chain and moves the head on.</summary>
    public static RecordEventRow Append(RecordHead head, RecordEvent happened, Entry entry, long position)
    {
        var content = JsonSerializer.Serialize<object>(happened, Json);
        var contentHash = SHA256.HashData(Encoding.UTF8.GetBytes(content));
        var at = entry.At.ToMicrosecond();
        var kind = happened.GetType().Name;
        var hash = Hash(head.PersonId, head.Seq + 1, kind, entry, contentHash, head.Hash);
        var row = new RecordEventRow
        {
            PersonId = head.PersonId,
            Seq = head.Seq + 1,
            Position = position,
            Kind = kind,
            UseCase = entry.UseCase,
            Actor = entry.By,
            Role = entry.Role,
            Place = entry.Place,
            At = at,
            Reason = entry.Reason,
            Content = content,
            ContentHash = contentHash,
            PrevHash = head.Hash,
            Hash = hash,
        };
        head.Seq = row.Seq;
        head.Hash = hash;
        return row;
    }

    /// <summary>What is wrong with <paramref name="row"/> as the one after <paramref name="before"/>.</summary>
    /// <param name="before">The row before it; <see langword="null"/> for the first.</param>
    /// <returns><see langword="null"/> where the link holds.</returns>
    public static string? Fault(RecordEventRow? before, RecordEventRow row)
    {
        var seq = (before?.Seq ?? 0) + 1;
        if (row.Seq != seq)
        {
            return $"event {seq} is missing: the next one is number {row.Seq}";
        }

        if (!row.PrevHash.AsSpan().SequenceEqual(before?.Hash ?? []))
        {
            return "it does not follow from the event before it";
        }

        if (row.Content is { } content && !SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan().SequenceEqual(row.ContentHash))
        {
            return "its content was changed";
        }

        var entry = new Entry(row.At, row.Actor, row.Role, row.Place, row.UseCase, Reason: row.Reason);
        return Hash(row.PersonId, row.Seq, row.Kind, entry, row.ContentHash, row.PrevHash).AsSpan().SequenceEqual(row.Hash)
            ? null
            : "who, when, why or what kind was changed";
    }

    private static byte[] Hash(PersonId person, long seq, string kind, Entry entry, byte[] contentHash, byte[] prevHash)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, person.Value.ToByteArray(bigEndian: true));
        Add(hash, Bytes(seq));
        Add(hash, Encoding.UTF8.GetBytes(kind));
        Add(hash, Encoding.UTF8.GetBytes(entry.UseCase));
        Add(hash, entry.By.Value.ToByteArray(bigEndian: true));
        Add(hash, Encoding.UTF8.GetBytes(Domain.Access.RoleCodes.ToCode(entry.Role)));
        Add(hash, Encoding.UTF8.GetBytes(entry.Place.Text));
        Add(hash, Bytes(entry.At.ToMicrosecond().UtcTicks / TimeSpan.TicksPerMicrosecond));
        Add(hash, Encoding.UTF8.GetBytes(entry.Reason ?? ""));
        Add(hash, contentHash);
        Add(hash, prevHash);
        return hash.GetHashAndReset();
    }

    private static void Add(IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }

    private static byte[] Bytes(long value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        return bytes;
    }

    private sealed class TypedIdConverters : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) =>
            Array.Exists(typeToConvert.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITypedId<>));

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(TypedIdJson<>).MakeGenericType(typeToConvert))!;
    }

    private sealed class TypedIdJson<TId> : JsonConverter<TId>
        where TId : struct, ITypedId<TId>
    {
        public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => TId.Create(reader.GetGuid());

        public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }

    private sealed class PlaceCodeJson : JsonConverter<PlaceCode>
    {
        public override PlaceCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, PlaceCode value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
    }

    private sealed class CodedJson : JsonConverter<Coded>
    {
        public override Coded Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, Coded value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
    }
}
