using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Access.Administration;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Rules;
using Throughcare.Storage;
using Throughcare.Storage.Accounts;

namespace Throughcare.Application.Allocation;

/// <summary>Says by what POMs are recommended in the whole nation from a day on: by the tier alone, or by the tier and the risk of serious harm.</summary>
public sealed class SetRecommendationStrategy(ThroughcareDb db, AccessDb access, IdSource ids, TimeProvider clock)
{
    /// <summary>What the log of administrators calls it: the table of rules that it chooses from.</summary>
    public const string Subject = "pom-recommendation";

    /// <param name="From">First day; today or later.</param>
    public sealed record Request(RecommendationStrategy? Strategy, DateOnly? From, string? Reason);

    public async Task<Outcome<RecommendationStrategy>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);

        if (!actor.Has(Verb.ManageReferenceTables))
        {
            return Refusals.OfRole(Verb.ManageReferenceTables);
        }

        var now = clock.GetUtcNow().ToMicrosecond();
        var settings = await db.RecommendationSettings.ToListAsync(stop);
        if (Check(request, settings, now.LondonDate) is { Count: > 0 } wrong)
        {
            return new Outcome<RecommendationStrategy>.Refused(wrong);
        }

        var (strategy, from, reason) = (request.Strategy!.Value, request.From!.Value, request.Reason!.Trim());
        db.ChangeTracker.Clear();
        db.Add(new RecommendationSetting { From = from, Strategy = strategy, Reason = reason, RecordedAt = now, RecordedBy = actor.StaffId });
        await db.SaveChangesAsync(stop);
        access.Note(ids, clock, actor, AdminSubject.Table, Subject, $"POMs are recommended by {WordsOf(strategy)} from {Words.LongDate(from)}", reason);
        await access.SaveChangesAsync(stop);
        return strategy;
    }

    /// <summary>"the tier" or "the tier and the risk of serious harm".</summary>
    public static string WordsOf(RecommendationStrategy strategy) =>
        strategy is RecommendationStrategy.Tier ? "the tier" : "the tier and the risk of serious harm";

    private static List<Refusal> Check(Request request, IReadOnlyList<RecommendationSetting> settings, DateOnly today)
    {
        List<Refusal> wrong = [];
        if (request.Strategy is null)
        {
            wrong.Add(new(nameof(request.Strategy), "Select by what POMs are recommended"));
        }

        if (request.From is not { } from)
        {
            wrong.Add(new(nameof(request.From), "Enter the day from which it is in force"));
        }
        else if (from < today)
        {
            wrong.Add(new(nameof(request.From), "The day must be today or in the future"));
        }
        else if (request.Strategy == RecommendationSetting.InForce(settings, from))
        {
            wrong.Add(new(nameof(request.Strategy), $"POMs are recommended by {WordsOf(request.Strategy.Value)} on that day already"));
        }

        if (ReasonRule.TooShort(nameof(request.Reason), request.Reason) is { } reason)
        {
            wrong.Add(reason);
        }

        return wrong;
    }
}
