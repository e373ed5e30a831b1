using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Domain.Tests.Sentences;

/// <summary>The release date that the prison has confirmed, and what probation says of the end of custody.</summary>
public sealed class ReleaseSourcesTests
{
    private static readonly DateOnly HeldSince = new(2025, 6, 1);
    private static readonly DateOnly Confirmed = new(2026, 3, 27);

    [Fact]
    public void Custody_that_probation_ended_before_the_confirmed_release_contradicts_it()
    {
        var over = Custody(until: new(2026, 3, 26));

        Assert.Equal(over, ReleaseSources.Contradicting(Dates(), [over, Custody(until: new(2026, 2, 1))], HeldSince));
        Assert.Equal(("27 March 2026, prison", "Custodial sentence over on 26 March 2026, probation record"), ReleaseSources.Words(Dates(), over));
    }

    [Fact]
    public void Custody_that_ended_on_the_day_or_runs_on_agrees()
    {
        Assert.Null(ReleaseSources.Contradicting(Dates(), [Custody(until: Confirmed)], HeldSince));
        Assert.Null(ReleaseSources.Contradicting(Dates(), [Custody(until: null), Custody(until: new(2026, 3, 1))], HeldSince));
        Assert.Null(ReleaseSources.Contradicting(Dates(), [], HeldSince));
    }

    [Fact]
    public void An_order_in_the_community_and_custody_of_before_say_nothing_of_this_release()
    {
        Assert.Null(ReleaseSources.Contradicting(Dates(), [Custody(until: new(2026, 3, 1)) with { Type = Coded.Of("CO") }], HeldSince));
        Assert.Null(ReleaseSources.Contradicting(Dates(), [Custody(until: HeldSince.AddDays(-1))], HeldSince));
    }

    [Fact]
    public void Without_a_confirmed_date_or_out_of_prison_there_is_nothing_to_contradict()
    {
        var over = Custody(until: new(2026, 3, 1));

        Assert.Null(ReleaseSources.Contradicting(Dates() with { ConfirmedRelease = null }, [over], HeldSince));
        Assert.Null(ReleaseSources.Contradicting(null, [over], HeldSince));
        Assert.Null(ReleaseSources.Contradicting(Dates(), [over], heldSince: null));
    }

    private static KeyDates Dates() => new() { Id = A.FactId, PersonId = A.PersonId, ValidFrom = HeldSince, Recorded = A.Entry, ConfirmedRelease = Confirmed };

    private static Disposal Custody(DateOnly? until) =>
        new() { Id = A.FactId, PersonId = A.PersonId, ValidFrom = new(2025, 5, 1), ValidTo = until, Recorded = A.Entry, Type = Coded.Of(SentenceTypes.Table.Rows.First(t => t.Class is "custody_determinate").Code) };
}
