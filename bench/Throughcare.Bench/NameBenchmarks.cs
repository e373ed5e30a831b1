using BenchmarkDotNet.Attributes;
using Throughcare.Domain.Record;

namespace Throughcare.Bench;

/// <summary>What search does a thousand times for one answer.</summary>
[MemoryDiagnoser]
public class NameBenchmarks
{
    [Benchmark]
    public double Jaro_Winkler() => JaroWinkler.Similarity("WILLIAMSON", "WILLIAMS");

    [Benchmark]
    public string? Sound_key() => SoundKey.Of("MACDONALD");

    [Benchmark]
    public int Keys_of_a_person() => NameKeys.For([("O'Brackenshaw-Tarn", "Ffion Angharad")]).Count;
}
