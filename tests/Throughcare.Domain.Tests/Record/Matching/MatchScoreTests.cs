using Throughcare.Domain.Record.Matching;
using Throughcare.Domain.Rules;
using Xunit;

namespace Throughcare.Domain.Tests.Record.Matching;

public sealed class MatchScoreTests
{
    private static readonly DateOnly Born = new(1985, 3, 12);

    private static readonly MatchFeatures Prisoner = Prison("Bramble", "Alan");

    [Fact]
    public void A_shared_number_a_surname_one_letter_off_and_the_same_date_of_birth_are_sure()
    {
        var score = MatchScore.Of(Probation("Brambel", "Alan") with { PrisonNumbers = ["A1234BC"], Crns = ["X123456"] }, Prisoner);

        Assert.Equal(11.71m, score.Total);
        Assert.Equal(0.9997, score.Probability, 4);
        Assert.IsType<MatchDecision.Auto>(Decide(Probation("Brambel", "Alan") with { PrisonNumbers = ["A1234BC"] }, Prisoner));
    }

    [Fact]
    public void A_police_number_on_one_side_alone_weighs_by_which_side_lacks_it()
    {
        var row = Probation("Brambel", "Alan") with { PrisonNumbers = ["A1234BC"] };

        var onPrison = MatchScore.Of(row, Prisoner with { Pncs = ["1999/1234567B"] });
        var onProbation = MatchScore.Of(row with { Pncs = ["1999/1234567B"] }, Prisoner);

        Assert.Equal((11.59m, 0.9997), (onPrison.Total, Math.Round(onPrison.Probability, 4)));
        Assert.Equal((11.27m, 0.9996), (onProbation.Total, Math.Round(onProbation.Probability, 4)));
    }

    [Fact]
    public void Name_and_date_of_birth_alone_are_looked_at_and_never_linked()
    {
        var row = Probation("Bramble", "Alan");

        var score = MatchScore.Of(row, Prisoner);

        Assert.Equal((2.09m, 0.81), (score.Total, Math.Round(score.Probability, 2)));
        var queued = Assert.Single(Assert.IsType<MatchDecision.Queue>(Decide(row, Prisoner)).Candidates);
        Assert.Equal((MatchReasons.Likely, MatchKind.PrisonProbation), (queued.Reasons, MatchDecision.KindOf(queued)));
    }

    [Fact]
    public void A_known_number_with_another_surname_and_another_date_of_birth_is_looked_at()
    {
        var row = Probation("Quince", "Alan", born: new(1991, 7, 2)) with { PrisonNumbers = ["A1234BC"] };

        Assert.True(MatchScore.KeyDisagrees(row, Prisoner));
        var queued = Assert.Single(Assert.IsType<MatchDecision.Queue>(Decide(row, Prisoner)).Candidates);
        Assert.Equal(MatchKind.KeyPersonDisagrees, MatchDecision.KindOf(queued));
    }

    [Fact]
    public void A_key_does_not_disagree_while_surname_or_date_of_birth_agrees_or_is_not_known()
    {
        Assert.False(MatchScore.KeyDisagrees(Probation("Quince", "Alan"), Prisoner));
        Assert.False(MatchScore.KeyDisagrees(Probation("Bramley", "Alan", born: new(1991, 7, 2)), Prisoner));   // 0.9429 alike
        Assert.False(MatchScore.KeyDisagrees(Probation("Quince", "Alan", born: null), Prisoner));
        Assert.False(MatchScore.KeyDisagrees(
            Probation("Quince", "Alan", born: new(1991, 7, 2)), Prisoner with { Names = [MatchName.Of("Bramble", "Alan", null), MatchName.Of("Quince", "Alan", null)] }));
    }

    [Theory]
    [InlineData(0, false), InlineData(1, true)]
    public void The_likeness_of_a_surname_is_measured_at_085(int which, bool disagrees)
    {
        // JONES/JOHNSON 0.8324 is below, SMITH/SMYTH 0.8933 above
        var (mine, theirs) = which == 0 ? ("Smith", "Smyth") : ("Jones", "Johnson");

        Assert.Equal(disagrees, MatchScore.KeyDisagrees(Prison(mine, "Alan"), Prison(theirs, "Alan", born: new(1985, 3, 13))));
    }

    [Fact]
    public void Whichever_is_asked_first_the_score_is_the_same()
    {
        var row = Probation("Brambel", "Alan") with { PrisonNumbers = ["A1234BD"], Pncs = ["1999/1234567B"] };

        var (one, other) = (MatchScore.Of(row, Prisoner), MatchScore.Of(Prisoner, row));

        Assert.Equal(one.Total, other.Total);
        Assert.Equal(one.Terms.Select(t => (t.Field, t.Outcome, t.Weight)), other.Terms.Select(t => (t.Field, t.Outcome, t.Weight)));
        Assert.Equal(one.Terms.Select(t => t.This), other.Terms.Select(t => t.Other));
    }

    [Fact]
    public void The_terms_and_the_prior_add_up_to_the_total()
    {
        var score = MatchScore.Of(Probation("Brambel", "Alan"), Prisoner);

        Assert.Equal(score.Total, score.Prior + score.Terms.Sum(t => t.Weight));
        Assert.Equal(Enum.GetValues<MatchField>(), score.Terms.Select(t => t.Field));
    }

    [Theory]
    [InlineData("1985-03-12", MatchOutcome.Same, 4.15)]
    [InlineData("1985-03-21", MatchOutcome.SameYearMonth, 0.86)]
    [InlineData("1958-03-12", MatchOutcome.SameMonthDay, 0.49)]
    [InlineData("1985-08-12", MatchOutcome.SameYearDay, 1.08)]
    [InlineData("1985-12-03", MatchOutcome.DayMonthSwapped, 1.58)]
    [InlineData("1958-03-21", MatchOutcome.Different, -2.34)]
    public void A_date_of_birth_is_as_alike_as_the_best_that_holds(string other, MatchOutcome outcome, double weight)
    {
        var born = Term(Prisoner, Prison("Bramble", "Alan", DateOnly.Parse(other)), MatchField.DateOfBirth);

        Assert.Equal((outcome, (decimal)weight), (born.Outcome, born.Weight));
    }

    [Theory]
    [InlineData("Bramble", MatchOutcome.Same)]
    [InlineData("BRAMBLE ", MatchOutcome.Same)]
    [InlineData("Brambl", MatchOutcome.Similar)]        // one letter left out
    [InlineData("Bramley", MatchOutcome.Similar)]       // 0.9429
    [InlineData("Brummbell", MatchOutcome.Similar)]     // sounds alike
    [InlineData("Quince", MatchOutcome.Different)]
    public void A_surname_is_the_same_similar_or_different(string other, MatchOutcome outcome) =>
        Assert.Equal(outcome, Term(Prisoner, Prison(other, "Alan"), MatchField.Surname).Outcome);

    [Fact]
    public void A_surname_in_two_words_is_the_same_as_joined() =>
        Assert.Equal(MatchOutcome.Same, Term(Prison("O’Neil", "Sean"), Prison("O Neil", "Sean"), MatchField.Surname).Outcome);

    [Fact]
    public void The_best_of_all_names_that_a_person_has_is_compared()
    {
        var known = Prisoner with { Names = [MatchName.Of("Quince", "Peter", null), MatchName.Of("Bramble", "Alan", null)] };

        var score = MatchScore.Of(Probation("Bramble", "Alan"), known);

        Assert.Equal(2.09m, score.Total);
        Assert.Equal("BRAMBLE", score.Terms.Single(t => t.Field is MatchField.Surname).Other);
    }

    [Theory]
    [InlineData("1999/1234567B", MatchOutcome.Same)]
    [InlineData("1999/1234568B", MatchOutcome.Similar)]
    [InlineData("1998/1234568B", MatchOutcome.Different)]
    public void A_number_is_similar_at_one_edit(string other, MatchOutcome outcome) =>
        Assert.Equal(outcome, Term(Prisoner with { Pncs = ["1999/1234567B"] }, Prisoner with { Pncs = [other] }, MatchField.Pnc).Outcome);

    [Fact]
    public void The_prison_number_is_not_scored_within_one_source()
    {
        Assert.DoesNotContain(MatchScore.Of(Prisoner, Prisoner).Terms, t => t.Field is MatchField.NomisNumber);
        Assert.DoesNotContain(MatchScore.Of(Probation("A", "B"), Probation("A", "B")).Terms, t => t.Field is MatchField.NomisNumber);
    }

    [Fact]
    public void Each_pairing_has_its_own_weights()
    {
        var (prison, probation) = (MatchScore.Of(Prisoner, Prisoner), MatchScore.Of(Probation("Bramble", "Alan"), Probation("Bramble", "Alan")));

        Assert.Equal(-9.68m + 3.02m + 3.02m + 4.15m + 0.03m - 0.46m - 0.09m, prison.Total);
        Assert.Equal(-8.72m + 2.04m + 2.04m + 4.15m + 0.08m - 0.15m + 0.05m, probation.Total);
    }

    [Fact]
    public void The_sure_begin_at_663()
    {
        Assert.True(MatchScore.ProbabilityOf(6.63) >= MatchDecision.Sure);
        Assert.False(MatchScore.ProbabilityOf(6.62) >= MatchDecision.Sure);
        Assert.Equal(0.5, MatchScore.ProbabilityOf(0));
    }

    [Fact]
    public void Two_likely_records_are_looked_at_however_sure_each_is()
    {
        var row = Probation("Bramble", "Alan") with { PrisonNumbers = ["A1234BC"] };

        var queue = Assert.IsType<MatchDecision.Queue>(Decide(row, Prisoner, Probation("Bramble", "Alan") with { PersonId = new(Guid.NewGuid()), PrisonNumbers = ["A1234BC"], Side = MatchSide.Prison }));

        Assert.Equal(2, queue.Candidates.Count);
        Assert.All(queue.Candidates, c => Assert.Equal(MatchReasons.SeveralCandidates, c.Reasons));
    }

    [Fact]
    public void Hard_conflicts_stop_an_automatic_link()
    {
        var row = Probation("Bramble", "Alan") with { PrisonNumbers = ["A1234BC"], Pncs = ["1999/1234567B"] };
        var known = Prisoner with { Pncs = ["1999/1234567B"] };

        Assert.IsType<MatchDecision.Auto>(Decide(row, known));
        Assert.Equal(MatchReasons.DifferentSex, Reasons(row with { Sex = MatchSex.Female }, known));
        Assert.Equal(MatchReasons.DifferentPrisonNumbers, Reasons(row with { PrisonNumbers = ["A9876XY"] }, known));
        Assert.Equal(MatchReasons.TwoActiveBookings, Reasons(
            row with { IsBookingActive = true, Bookings = ["38479A"] }, known with { IsBookingActive = true, Bookings = ["41002B"] }));
        Assert.IsType<MatchDecision.Auto>(Decide(
            row with { IsBookingActive = true, Bookings = ["38479A"] }, known with { IsBookingActive = true, Bookings = ["38479A"] }));
    }

    [Theory]
    [InlineData("1990-03-12", false)]   // exactly five years
    [InlineData("1990-03-13", true)]
    [InlineData("1980-03-11", true)]
    public void Births_more_than_five_years_apart_conflict_unless_a_police_number_is_shared(string other, bool conflict)
    {
        var row = Probation("Bramble", "Alan", DateOnly.Parse(other)) with { PrisonNumbers = ["A1234BC"] };

        Assert.Equal(conflict, MatchScore.Of(row, Prisoner).Because.HasFlag(HardConflicts.BirthsFarApart));
        Assert.False(MatchScore.Of(row with { Cros = ["123456/07L"] }, Prisoner with { Cros = ["123456/07L"] }).Because.HasFlag(HardConflicts.BirthsFarApart));
    }

    [Fact]
    public void A_number_that_one_person_shares_is_looked_at_even_where_the_rest_says_otherwise()
    {
        var row = Probation("Bramley", "Peter", new(1986, 4, 13)) with { PrisonNumbers = ["A1234BC"], Sex = MatchSex.Female };

        var queued = Assert.Single(Assert.IsType<MatchDecision.Queue>(Decide(row, Prisoner)).Candidates);

        Assert.True(queued.Candidate.Score.Probability < MatchDecision.WorthALook);
        Assert.Equal(MatchReasons.SharedNumberNotSure | MatchReasons.DifferentSex, queued.Reasons);
    }

    [Fact]
    public void Nobody_likely_is_nobody()
    {
        Assert.IsType<MatchDecision.None>(Decide(Probation("Quince", "Peter")));
        Assert.IsType<MatchDecision.None>(Decide(Probation("Quince", "Peter"), Prisoner));
    }

    [Theory]
    [InlineData("M", MatchSex.Male), InlineData("female", MatchSex.Female), InlineData("NS", MatchSex.NotSpecified), InlineData(null, MatchSex.NotSpecified)]
    public void Sex_is_read_by_its_first_letter(string? text, MatchSex sex) => Assert.Equal(sex, MatchSexText.Read(text));

    [Theory]
    [InlineData("Anne-Marie", "ANNE MARIE"), InlineData("O’Neill 2nd", "ONEILL ND"), InlineData("Zoë", "ZOE"), InlineData("Иван", "")]
    public void Names_are_compared_by_the_letters_A_to_Z(string typed, string plain) => Assert.Equal(plain, MatchName.Of(typed, null, null).Surname);

    [Fact]
    public void Only_the_first_of_the_middle_names_is_the_second_forename() =>
        Assert.Equal("JOHN", MatchName.Of("Bramble", "Alan", "John Paul").SecondForename);

    private static MatchReasons Reasons(MatchFeatures row, MatchFeatures known) =>
        Assert.Single(Assert.IsType<MatchDecision.Queue>(Decide(row, known)).Candidates).Reasons;

    private static MatchTerm Term(MatchFeatures one, MatchFeatures other, MatchField field) => MatchScore.Of(one, other).Terms.Single(t => t.Field == field);

    private static MatchDecision Decide(MatchFeatures row, params MatchFeatures[] known) => MatchDecision.Of(row, known);

    private static MatchFeatures Prison(string surname, string forename, DateOnly? born) => new()
    {
        PersonId = new(new Guid("00000000-0000-7000-8000-0000000000aa")),
        Side = MatchSide.Prison,
        PrisonNumbers = ["A1234BC"],
        Names = [MatchName.Of(surname, forename, null)],
        BornOn = born,
        Sex = MatchSex.Male,
    };

    private static MatchFeatures Prison(string surname, string forename) => Prison(surname, forename, Born);

    private static MatchFeatures Probation(string surname, string forename) => Probation(surname, forename, Born);

    private static MatchFeatures Probation(string surname, string forename, DateOnly? born) =>
        new() { Side = MatchSide.Probation, Names = [MatchName.Of(surname, forename, null)], BornOn = born, Sex = MatchSex.Male };
}

public sealed class MatchWeightsTests
{
    [Fact]
    public void Every_cell_of_the_three_pairings_is_there() =>
        Assert.Equal(3 + Enum.GetValues<MatchPairing>().Sum(p => MatchWeights.CellsOf(p).Count()), MatchWeights.Check());

    [Theory]
    [InlineData("PRISON_PRISON,SEX,SAME,+0.03\n", "no weight for")]
    [InlineData("PRISON_PRISON,NOMIS_NUMBER,SAME,+9.08\n", "never")]
    [InlineData("PRISON_PRISON,SEX,SAME,+0.03\nPRISON_PRISON,SEX,SAME,+0.03\n", "earlier row")]
    [InlineData("PRISON_PRISON,SHOE_SIZE,SAME,+0.03\n", "none of")]
    public void A_table_with_a_cell_missing_repeated_or_out_of_place_is_refused(string rows, string said)
    {
        const string Head = "pairing,field,outcome,weight\nPRISON_PROBATION,ALL,PRIOR,-5.43\nPRISON_PRISON,ALL,PRIOR,-9.68\nPROBATION_PROBATION,ALL,PRIOR,-8.72\n";

        var wrong = Assert.Throws<TableException>(() => MatchWeights.Parse(CsvTable.Read("weights.csv", Head + rows)));

        Assert.Contains(said, wrong.Message);
    }
}

public sealed class MergeSurvivorTests
{
    private static readonly MergeSide Old = new(new(new Guid("00000000-0000-7000-8000-000000000001")), false, false, new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private static readonly MergeSide Young = new(new(new Guid("00000000-0000-7000-8000-000000000002")), false, false, new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Live_custody_stands_before_live_supervision_before_the_older_record()
    {
        Assert.Equal(Old.Id, MergeSurvivor.Of(Young, Old).Survivor);
        Assert.Equal(Young.Id, MergeSurvivor.Of(Old, Young with { Supervised = true }).Survivor);
        Assert.Equal(Young.Id, MergeSurvivor.Of(Old with { Supervised = true }, Young with { InCustody = true }).Survivor);
        Assert.Equal((Old.Id, Young.Id), MergeSurvivor.Of(Young with { InCustody = true }, Old with { InCustody = true }));
    }
}
