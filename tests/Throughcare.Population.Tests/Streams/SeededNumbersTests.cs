using System.Globalization;
using Throughcare.Population.Streams;
using Xunit;

namespace Throughcare.Population.Tests.Streams;

public sealed class SeededNumbersTests
{
    private static readonly StreamRoot Root = new(42, "demo");

    [Theory]
    [InlineData("person|1", "dae1d144d4f4c151", "a885615845dc10f5", "76249e65f2349225", "c0bdcf2879e7d79e")]
    [InlineData("person|2", "f0e97a177fa0426d", "2e3a4f96db601947", "d5044670870efd0a", "636dc24c8b4244a9")]
    [InlineData("person|1|sentence", "cba7894ddee6ae72", "0e410decc2a990fb", "0ddcf3089f62cf4b", "9eeb0fa828cc4f1f")]
    public void A_path_gives_its_published_state_and_numbers(string path, string state, string first, string second, string third)
    {
        var stream = Root.Of(path);

        Assert.Equal(state, Hex(stream.State));
        Assert.Equal([first, second, third], [Hex(stream.Next()), Hex(stream.Next()), Hex(stream.Next())]);
    }

    [Theory]
    [InlineData("person|1", 0.6582852211484893, 0.461496257676304, 0.7528962587183792)]
    [InlineData("person|2", 0.18057725365667954, 0.8320964836812513, 0.388393539130683)]
    [InlineData("person|1|sentence", 0.05568015127452086, 0.05415266953003617, 0.6207742486520128)]
    public void A_path_gives_its_published_uniforms(string path, double first, double second, double third)
    {
        var stream = Root.Of(path);

        Assert.Equal([first, second, third], [stream.Uniform(), stream.Uniform(), stream.Uniform()]);
    }

    [Fact]
    public void Another_seed_or_size_gives_another_stream()
    {
        Assert.NotEqual(Root.Of("person|1").State, new StreamRoot(43, "demo").Of("person|1").State);
        Assert.NotEqual(Root.Of("person|1").State, new StreamRoot(42, "region").Of("person|1").State);
    }

    [Fact]
    public void A_weighted_choice_takes_the_first_category_whose_cumulative_share_is_above_the_uniform()
    {
        var choice = new Weighted<string>([("a", 1), ("b", 2), ("c", 1)]);

        Assert.Equal(["a", "b", "b", "c", "c"], [choice.At(0.24), choice.At(0.25), choice.At(0.7499), choice.At(0.75), choice.At(1)]);
    }

    [Fact]
    public void Normal_values_have_the_mean_and_deviation_asked_for()
    {
        var stream = Root.Of("test|normal");
        var values = Enumerable.Range(0, 20_000).Select(_ => stream.Normal(5, 2)).ToList();

        var mean = values.Average();
        Assert.InRange(mean, 4.95, 5.05);
        Assert.InRange(Math.Sqrt(values.Average(v => (v - mean) * (v - mean))), 1.95, 2.05);
    }

    [Fact]
    public void The_middle_of_log_normal_values_is_the_exponential_of_the_mean()
    {
        var stream = Root.Of("test|log-normal");
        var values = Enumerable.Range(0, 20_001).Select(_ => stream.LogNormal(Math.Log(21), 1)).Order().ToList();

        Assert.InRange(values[10_000], 20, 22);
    }

    private static string Hex(ulong value) => value.ToString("x16", CultureInfo.InvariantCulture);
}
