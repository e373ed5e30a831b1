using System.Collections.Immutable;
using Throughcare.Exchange.Ndelius;
using Throughcare.Exchange.Oasys;
using Throughcare.Exchange.Offloc;
using Throughcare.Exchange.Ppo;
using Throughcare.Exchange.Templates;

namespace Throughcare.Exchange.Record;

/// <summary>The kinds of file that are taken in.</summary>
public static class ImportKinds
{
    public static ImmutableArray<ImportKind> All { get; } =
    [
        new OfflocKind(),
        new NdeliusKind(),
        new PpoKind(),
        new OasysKind(),
        new CasesKind(),
        new SentencesKind(),
        new AdjustmentsKind(),
        new ContactsKind(),
        new SentencePlanKind(),
        new InterventionsKind(),
        new StaffKind(),
        new VictimsKind(),
    ];

    /// <summary>The kind of a source that has a run.</summary>
    public static ImportKind Of(string source) => All.First(k => k.Source == source);

    /// <summary>The kind that a file's name shows.</summary>
    public static ImportKind? ByName(string fileName, DateOnly today) => All.FirstOrDefault(k => k.IsNamed(fileName) && k.Read(fileName, today) is not null);
}
