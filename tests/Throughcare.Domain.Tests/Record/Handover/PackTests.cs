using Throughcare.Domain.Access;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Documents;
using Throughcare.Domain.Record.Handover;
using Throughcare.Domain.Rules;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Domain.Tests.Record.Handover;

public sealed class PackTests
{
    [Theory]
    [InlineData("TRN", "T-PLAN", "LHI", "LNI", HandoverPackKind.Transfer)]
    [InlineData("ADM", "R-TRN", null, "LNI", HandoverPackKind.Transfer)]
    [InlineData("ADM", "R-SENT", null, "LNI", null)]
    [InlineData("TRN", "T-PLAN", "LHI", null, null)]
    [InlineData("REL", "L-CRD", "LHI", null, HandoverPackKind.Release)]
    [InlineData("REL", "X-ESC", "LHI", null, null)]
    [InlineData("REL", "D-CUS", "LHI", null, null)]
    [InlineData("CRT", "C-CRT", "LHI", null, null)]
    public void Transfers_and_releases_take_a_pack_with_them(string type, string reason, string? from, string? to, HandoverPackKind? kind) =>
        Assert.Equal(kind, PackMovements.KindFor(Move(type, reason, from, to)));

    [Fact]
    public void A_movement_that_was_recorded_weeks_later_takes_none() =>
        Assert.Null(PackMovements.KindFor(Move("TRN", "T-PLAN", "LHI", "LNI") with { HappenedAt = A.Monday.AddDays(-8) }));

    [Fact]
    public void The_receiver_acknowledges_once_and_says_what_is_missing()
    {
        var pack = Pack();

        var answered = Assert.IsType<Outcome<HandoverPack>.Done>(pack.Acknowledge(" No OASys ", A.Entry)).Value;

        Assert.Equal(("No OASys", A.Entry.By, 2), (answered.Gaps, answered.AcknowledgedBy!.Value, answered.Version));
        Assert.IsType<Outcome<HandoverPack>.Refused>(answered.Acknowledge(null, A.Entry));
        Assert.IsType<Outcome<HandoverPack>.Refused>(pack.Acknowledge(new string('x', 2001), A.Entry));
        Assert.Equal(new DateOnly(2026, 1, 7), pack.AnswerBy);
    }

    [Fact]
    public void The_sender_has_two_working_days_to_add_a_message_and_the_reason_for_the_move()
    {
        var later = A.Entry with { At = A.Monday.AddDays(3) };

        Assert.IsType<Outcome<HandoverPack>.Done>(Pack().Say(new string('m', 2000), "Population pressure", false, A.Entry));
        Assert.IsType<Outcome<HandoverPack>.Refused>(Pack().Say("Hello", "Population pressure", false, later));
        var wrong = Assert.IsType<Outcome<HandoverPack>.Refused>(Pack().Say(new string('m', 2001), null, null, A.Entry)).Why.Select(r => r.Message);
        Assert.Equal(["Enter the reason for the move", "Select whether the move fits the plan", "Message must be 2,000 characters or fewer"], wrong);
    }

    [Fact]
    public void Completeness_counts_what_applies_and_names_what_is_missing()
    {
        var person = A.PersonId;
        var facts = new CaseHistory(person)
        {
            Details = [new PersonDetails { Id = A.FactId, PersonId = person, DateOfBirth = new(1985, 3, 12), ValidFrom = new(2025, 1, 1), Recorded = A.Entry }],
        }.At(new(2026, 1, 5), A.Monday);

        var complete = PackCompleteness.Of(facts, [], hasPlan: false, new HashSet<Role>());
        var more = PackCompleteness.Of(facts, [Photograph(person)], hasPlan: false, new HashSet<Role>());

        Assert.Contains("Photograph", complete.Missing);
        Assert.DoesNotContain("Date of birth", complete.Missing);
        Assert.DoesNotContain("Current plan", complete.Missing);   // no sentence, no plan
        Assert.Equal((complete.Present + 1, complete.Applicable), (more.Present, more.Applicable));
        Assert.DoesNotContain("Photograph", more.Missing);
    }

    private static PersonDocument Photograph(PersonId person) => new()
    {
        Id = A.FactId,
        PersonId = person,
        Type = "PHOTO",
        Title = "Photograph",
        ReceivedOn = new(2026, 1, 5),
        FileId = A.FactId,
        FileName = "face.jpg",
        Format = DocumentFormat.Jpeg,
        Size = 1,
        Sha256 = "",
        Sensitivity = Sensitivity.Standard,
        AuthorId = A.Entry.By,
        ValidFrom = new(2026, 1, 5),
        Recorded = A.Entry,
    };

    private static Movement Move(string type, string reason, string? from, string? to) => new()
    {
        Id = A.FactId,
        PersonId = A.PersonId,
        Type = type,
        Reason = reason,
        HappenedAt = A.Monday,
        From = from is null ? null : new(from),
        To = to is null ? null : new(to),
        ValidFrom = new(2026, 1, 5),
        Recorded = A.Entry,
    };

    private static HandoverPack Pack() => new()
    {
        Id = A.FactId,
        PersonId = A.PersonId,
        Kind = HandoverPackKind.Transfer,
        Number = 1,
        MadeAt = A.Monday,
        Sha256 = "",
        Present = 1,
        Applicable = 2,
        To = new("LNI"),
        ValidFrom = new(2026, 1, 5),
        Recorded = A.Entry,
    };
}
