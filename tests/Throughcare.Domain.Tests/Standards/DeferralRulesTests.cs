using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Standards;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Domain.Tests.Standards;

public sealed class DeferralRulesTests
{
    private const string Why = "In hospital since Monday and not fit to be interviewed";

    private static readonly DateOnly Today = new(2025, 12, 20);

    /// <summary>Due on Friday 26 December 2025.</summary>
    private static DueItem Item { get; } = new()
    {
        Id = new(A.IdSource.Next()),
        PersonId = A.PersonId,
        Key = "initial_oasys|sentence|1|0",
        Rule = StandardRuleSet.Shipped.InFamily("initial_oasys")[0].Id,
        Family = "initial_oasys",
        MeasureGroup = "assessment",
        Confidence = Confidence.A,
        RuleSet = "0",
        TriggerOn = new(2025, 10, 17),
        DueOn = new(2025, 12, 26),
        EffectiveDueOn = new(2025, 12, 26),
        WindowFrom = new(2025, 10, 17),
        DueSoonFrom = new(2025, 12, 12),
        State = ItemState.Open,
    };

    [Fact]
    public void A_deferral_within_its_days_is_in_order() => Assert.Empty(Ask("HOSPITAL", new(2026, 1, 30)));

    [Theory]
    [InlineData("HOSPITAL", 56)]
    [InlineData("COURT_OUT", 14)]
    [InlineData("AWAIT_INFO", 28)]
    [InlineData("SENTENCE_APPEAL", 90)]
    public void The_new_date_is_at_most_the_days_of_the_reason_after_the_first(string reason, int days)
    {
        Assert.Empty(Ask(reason, Item.DueOn.AddDays(days)));
        Assert.Equal(
            ("NewDueOn", $"New due date must be on or before {Words.LongDate(Item.DueOn.AddDays(days))}: this reason allows {days} days from the first due date"),
            One(Ask(reason, Item.DueOn.AddDays(days + 1))));
    }

    [Fact]
    public void The_days_of_a_second_deferral_count_from_the_first_due_date()
    {
        var deferred = Item with { EffectiveDueOn = new(2026, 1, 30), IsDeferred = true };
        Deferral[] before = [Deferral(DeferralState.Approved)];

        Assert.Empty(DeferralRules.Check(deferred, "HOSPITAL", new(2026, 2, 20), Why, [], before, Today));
        Assert.Equal("NewDueOn", One(DeferralRules.Check(deferred, "HOSPITAL", new(2026, 2, 21), Why, [], before, Today)).Field);
        Assert.Equal(("NewDueOn", "New due date must be after 30 January 2026, when it is due now"), One(DeferralRules.Check(deferred, "HOSPITAL", new(2026, 1, 30), Why, [], before, Today)));
    }

    [Fact]
    public void A_third_deferral_is_refused_and_one_that_was_refused_does_not_count()
    {
        Deferral[] twice = [Deferral(DeferralState.Approved), Deferral(DeferralState.Approved)];
        Deferral[] once = [Deferral(DeferralState.Approved), Deferral(DeferralState.Refused), Deferral(DeferralState.Withdrawn)];

        Assert.Equal("This item has been deferred twice. It cannot be deferred again", DeferralRules.Closed(Item, twice, Today));
        Assert.Null(DeferralRules.Closed(Item, once, Today));
        Assert.Equal("A deferral of this item waits for a decision already", DeferralRules.Closed(Item, [Deferral(DeferralState.Requested)], Today));
    }

    [Theory]
    [InlineData("2026-01-05", true, "5 working days after Friday 26 December: 29, 30, 31 December, 2 and 5 January")]
    [InlineData("2026-01-06", false, "one day more")]
    public void It_is_asked_for_within_five_working_days_of_the_due_date(string day, bool isInTime, string note) =>
        Assert.True(isInTime == DeferralRules.Closed(Item, [], DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)) is null, note);

    [Theory]
    [InlineData(ItemState.MetOnTime)]
    [InlineData(ItemState.Missed)]
    [InlineData(ItemState.NotDetermined)]
    [InlineData(ItemState.Superseded)]
    public void What_is_not_to_be_done_any_more_is_not_deferred(ItemState state) =>
        Assert.Equal("Only an item that is still to be done can be deferred", DeferralRules.Closed(Item with { State = state }, [], Today));

    [Fact]
    public void Reasons_that_events_set_are_not_there_to_choose()
    {
        Assert.DoesNotContain(DeferralRules.Choices, reason => reason.Code is "UAL" or "PAROLE_DEFERRED" or "TRANSFER_IN_PROGRESS");
        Assert.Equal(("Reason", "Select why the date should be later"), One(Ask("UAL", new(2026, 1, 2))));
        Assert.Equal("Reason", One(Ask(null, new(2026, 1, 2))).Field);
    }

    [Fact]
    public void A_reason_without_days_is_recorded_and_leaves_the_date()
    {
        Assert.Empty(Ask("STAFF_SHORTAGE", null));
        Assert.Equal(Item.DueOn, DeferralRules.NewDate(Item, DeferralReasons.Find("STAFF_SHORTAGE")!, null));
        Assert.Equal(("NewDueOn", "This reason is recorded and leaves the due date where it is. Clear the new due date"), One(Ask("STAFF_SHORTAGE", new(2026, 1, 2))));
    }

    [Theory]
    [InlineData(null, "Enter why")]
    [InlineData("   ", "Enter why")]
    [InlineData("He is in hospital", "Your reason must be 30 characters or more")]
    public void It_says_why_in_thirty_characters_or_more(string? text, string message) =>
        Assert.Equal(("Text", message), One(DeferralRules.Check(Item, "HOSPITAL", new(2026, 1, 2), text, [], [], Today)));

    [Fact]
    public void Refusal_needs_three_attempts_on_different_days_since_the_clock_started()
    {
        DateOnly[] two = [new(2025, 11, 3), new(2025, 11, 3), new(2025, 11, 10), new(2025, 10, 1)];

        Assert.Equal(("Attempts", "Select 3 attempts on different days"), One(DeferralRules.Check(Item, "REFUSED", null, Why, two, [], Today)));
        Assert.Empty(DeferralRules.Check(Item, "REFUSED", null, Why, [.. two, new(2025, 12, 1)], [], Today));
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once() =>
        Assert.Equal(["Reason", "NewDueOn", "Text"], DeferralRules.Check(Item, null, null, null, [], [], Today).Select(refusal => refusal.Field));

    [Fact]
    public void Nobody_decides_about_what_they_asked_for_and_the_role_is_that_of_the_list()
    {
        var asked = Deferral(DeferralState.Requested);
        StaffId other = new(A.IdSource.Next());

        Assert.Null(DeferralRules.Undecidable(asked, Item, other, [Role.Homd]));
        Assert.Equal("You asked for this deferral, so somebody else has to decide about it", DeferralRules.Undecidable(asked, Item, asked.RequestedBy, [Role.Homd])!.Message);
        Assert.Equal(RefusalKind.Role, DeferralRules.Undecidable(asked, Item, other, [Role.HeadOmu])!.Kind);
        Assert.Null(DeferralRules.Undecidable(asked, Item, other, [Role.HeadOmu, Role.Homd]));
        Assert.Equal("This deferral has been decided already", DeferralRules.Undecidable(asked with { State = DeferralState.Approved }, Item, other, [Role.Homd])!.Message);
        Assert.NotNull(DeferralRules.Undecidable(asked, Item with { State = ItemState.MetOnTime }, other, [Role.Homd]));
        Assert.NotNull(DeferralRules.Undecidable(asked, null, other, [Role.Homd]));
    }

    [Fact]
    public void A_case_is_exempt_once_and_too_little_time_has_to_be_so()
    {
        var running = new StandardExemption { Id = A.FactId, PersonId = Item.PersonId, ValidFrom = Today, Recorded = A.Entry, Family = "initial_oasys", Reason = ExemptionReason.LegalBar, Text = Why };

        Assert.Empty(ExemptionRules.Check(Item, ExemptionReason.TooLittleTime, Why, new(2025, 12, 25), []));
        Assert.Equal(
            ("Reason", "There is time enough: it is due on 26 December 2025, and release is on 26 December 2025"),
            One(ExemptionRules.Check(Item, ExemptionReason.TooLittleTime, Why, new(2025, 12, 26), [])));
        Assert.Equal("Reason", One(ExemptionRules.Check(Item, ExemptionReason.TooLittleTime, Why, null, [])).Field);
        Assert.Equal(["Reason", "Text"], ExemptionRules.Check(Item, null, "short", null, []).Select(refusal => refusal.Field));
        Assert.Equal("", One(ExemptionRules.Check(Item, ExemptionReason.LegalBar, Why, null, [running])).Field);
        Assert.Empty(ExemptionRules.Check(Item, ExemptionReason.LegalBar, Why, null, [running with { ValidTo = Today }]));
    }

    [Fact]
    public void Every_rule_says_in_plain_words_what_meets_it_and_where_it_comes_from()
    {
        foreach (var rule in StandardRuleSet.Shipped.Rules)
        {
            Assert.All(EvidenceWords.Of(rule.SatisfiedBy), words => Assert.DoesNotMatch("[_|;=]", words.Replace("; ", ", ", StringComparison.Ordinal)));
            var told = DueExplanation.Of(Item with { Rule = rule.Id, TriggerOn = new(2025, 1, 6) }, rule);
            Assert.Contains("26 December 2025", told.Because, StringComparison.Ordinal);
            Assert.StartsWith(rule.Source, told.Source, StringComparison.Ordinal);
            Assert.Equal(rule.Confidence is Confidence.C or Confidence.D, told.Source.Length > rule.Source.Length);
        }
    }

    private static IReadOnlyList<Refusal> Ask(string? reason, DateOnly? newDueOn) => DeferralRules.Check(Item, reason, newDueOn, Why, [], [], Today);

    private static (string Field, string Message) One(IReadOnlyList<Refusal> wrong) => (Assert.Single(wrong).Field, wrong[0].Message);

    private static Deferral Deferral(DeferralState state) => new()
    {
        Id = A.FactId,
        PersonId = Item.PersonId,
        ValidFrom = Today,
        Recorded = A.Entry,
        ItemKey = Item.Key,
        Rule = Item.Rule,
        Reason = "HOSPITAL",
        Text = Why,
        OriginalDueOn = Item.DueOn,
        NewDueOn = new(2026, 1, 30),
        RequestedBy = new(A.IdSource.Next()),
        State = state,
    };
}
