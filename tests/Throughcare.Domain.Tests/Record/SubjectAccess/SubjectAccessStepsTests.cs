using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.SubjectAccess;
using Throughcare.Domain.Rules;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Domain.Tests.Record.SubjectAccess;

public sealed class SubjectAccessStepsTests
{
    private const string Why = "The record is very long and in three places";

    [Theory]
    [InlineData("2026-01-05", "2026-02-05", "2026-04-05")]
    [InlineData("2026-01-31", "2026-02-28", "2026-04-30")]
    [InlineData("2025-11-30", "2025-12-30", "2026-02-28")]
    public void The_answer_is_due_a_calendar_month_after_receipt_and_two_more_when_extended(string received, string due, string extended)
    {
        var request = Request(SubjectAccessState.Received) with { ValidFrom = DateOnly.Parse(received) };

        Assert.Equal(DateOnly.Parse(due), request.DueOn);
        Assert.Equal(DateOnly.Parse(extended), (request with { ExtendedBecause = Why }).DueOn);
    }

    [Fact]
    public void A_request_goes_from_receipt_to_sending_and_two_people_approve_it()
    {
        var (one, other) = (Entry(), Entry());

        var checkedId = Done(Request(SubjectAccessState.Received).Take(SubjectAccessStep.CheckIdentity, "Photograph and prison number", 0, one));
        Assert.True(checkedId.MayCollect);
        var review = Done((checkedId with { State = SubjectAccessState.Redacting }).Take(SubjectAccessStep.SendToReview, null, 0, one));
        var first = Done(review.Take(SubjectAccessStep.Approve, null, 0, one));
        Assert.False(first.IsApproved);
        Assert.Contains("another records officer", Refused(first.Take(SubjectAccessStep.Approve, null, 0, one)), StringComparison.Ordinal);
        Assert.Contains("cannot be done", Refused(first.Take(SubjectAccessStep.MarkSent, "By hand", 0, one)), StringComparison.Ordinal);
        var second = Done(first.Take(SubjectAccessStep.Approve, null, 0, other));
        var sent = Done(second.Take(SubjectAccessStep.MarkSent, "Printed and handed over", 0, other));

        Assert.Equal((one.By, other.By), (sent.ApprovedBy!.Value, sent.ApprovedAlsoBy!.Value));
        Assert.Equal((SubjectAccessState.Sent, "SENT", false), (sent.State, sent.State.Code, sent.IsOpen));
        Assert.Equal(6, sent.Version);
    }

    [Fact]
    public void The_review_begins_when_everything_was_read()
    {
        var refused = Refused(Request(SubjectAccessState.Redacting).Take(SubjectAccessStep.SendToReview, null, 2, Entry()));

        Assert.Equal("2 entries wait to be read. Decide about every one before the review", refused);
    }

    [Fact]
    public void Sending_back_takes_both_approvals_away()
    {
        var approved = Request(SubjectAccessState.Review) with { ApprovedBy = Entry().By, ApprovedAlsoBy = Entry().By };

        var back = Done(approved.Take(SubjectAccessStep.SendBack, Why, 0, Entry()));

        Assert.Equal((SubjectAccessState.Redacting, null, null), (back.State, back.ApprovedBy, back.ApprovedAlsoBy));
    }

    [Fact]
    public void A_request_is_extended_once_and_before_it_is_overdue()
    {
        var request = Request(SubjectAccessState.Received);
        var late = Entry() with { At = new(2026, 2, 6, 9, 0, 0, TimeSpan.Zero) };

        Assert.Equal(Why, Done(request.Take(SubjectAccessStep.Extend, Why, 0, Entry())).ExtendedBecause);
        Assert.Contains("overdue", Refused(request.Take(SubjectAccessStep.Extend, Why, 0, late)), StringComparison.Ordinal);
        Refused(Done(request.Take(SubjectAccessStep.Extend, Why, 0, Entry())).Take(SubjectAccessStep.Extend, Why, 0, Entry()));
    }

    [Theory]
    [InlineData(SubjectAccessStep.CheckIdentity, "", "Enter how the person’s identity was checked")]
    [InlineData(SubjectAccessStep.Refuse, "", "Enter a reason")]
    [InlineData(SubjectAccessStep.Refuse, "too short", "Reason must be 20 characters or more")]
    public void What_is_missing_is_said(SubjectAccessStep step, string note, string message) =>
        Assert.Equal(message, Refused(Request(SubjectAccessState.Received).Take(step, note, 0, Entry())));

    [Fact]
    public void Nothing_more_is_done_to_a_request_that_is_answered() =>
        Assert.All(Enum.GetValues<SubjectAccessStep>(), step => Refused(Request(SubjectAccessState.Sent).Take(step, Why, 0, Entry())));

    [Fact]
    public void A_redaction_takes_passages_out_wherever_they_stand_and_refuses_what_is_not_there()
    {
        Assert.Equal("Rang [withheld] at home; [withheld] agreed", Assert.IsType<Outcome<string>.Done>(Redaction.Apply("Rang Mrs Oakes at home; mrs oakes agreed", "Mrs Oakes\n")).Value);
        Assert.Contains("is not in the text", Assert.IsType<Outcome<string>.Refused>(Redaction.Apply("Rang home", "Mrs Oakes")).Why[0].Message, StringComparison.Ordinal);
        Assert.IsType<Outcome<string>.Refused>(Redaction.Apply("Rang home", " "));
    }

    [Theory]
    [InlineData("Went through the plan and agreed the next step.", "")]
    [InlineData("His mother will meet him at the gate.", "somebody’s relation to the person")]
    [InlineData("Spoke to Mr Kestle about the move.", "a title before a name; two words that may be a name")]
    [InlineData("Rang 01632 960123.", "a telephone number, an email address or a postcode")]
    [InlineData("tansy was there", "a name that the record has of somebody else")]
    [InlineData("Ada Zabrake was calm", "")]
    [InlineData("then Bram Quillon came", "two words that may be a name")]
    public void Hints_at_somebody_else_are_found(string text, string hints) =>
        Assert.Equal(hints, ThirdPartySigns.In(text, new HashSet<string> { "TANSY" }, new HashSet<string> { "ADA", "ZABRAKE" }));

    private static SubjectAccessRequest Request(SubjectAccessState state) => new()
    {
        Id = A.FactId,
        PersonId = A.PersonId,
        State = state,
        ReceivedBy = "Letter",
        ValidFrom = new(2026, 1, 5),
        Recorded = A.Entry,
    };

    private static Entry Entry() => new(A.Monday, new(A.IdSource.Next()), Role.RecordsOfficer, PlaceCode.Nation, "Test");

    private static SubjectAccessRequest Done(Outcome<SubjectAccessRequest> outcome) => Assert.IsType<Outcome<SubjectAccessRequest>.Done>(outcome).Value;

    private static string Refused(Outcome<SubjectAccessRequest> outcome) => Assert.IsType<Outcome<SubjectAccessRequest>.Refused>(outcome).Why[0].Message;
}
