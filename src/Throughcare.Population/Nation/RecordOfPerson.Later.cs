using Throughcare.Domain.Access;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;
using Throughcare.Population.Sentences;
using Throughcare.Population.Streams;

namespace Throughcare.Population.Nation;

/// <content>Facts that came after the first ones, each from streams of its own, so that none of those changed: counts of a sentence, booked transfers.</content>
internal sealed partial class RecordOfPerson
{
    private const double ConcurrentCounts = 0.18;
    private const double ConsecutivePart = 0.14;
    private const double ConcurrentBesides = 0.30;
    private const double BookedTransfers = 0.01;
    private const double TeamVariance = 0.15;
    private const double FactorLoading = 0.5;

    /// <summary>How much less often what belongs to the risk of harm is done in 2025 than in 2011: 35% of assessments of it were sufficient, and 44% then.</summary>
    private const double Of2025 = 0.35 / 0.44;

    private void Later()
    {
        Counts();
        Booked();
        Duties();
    }

    /// <summary>The sentences of one occasion, as a list gives them: their total is the term.</summary>
    private void Counts()
    {
        var draw = Stream("sentence|counts");
        var (isConcurrent, isConsecutive, both) = (draw.Chance(ConcurrentCounts), draw.Chance(ConsecutivePart), draw.Chance(ConcurrentBesides));
        var (more, first, shorter) = (draw.Between(1, 3), 0.5 + 0.4 * draw.Uniform(), draw.Uniform());
        if (_serves.Sentence is not { Kind: SentenceKind.Sds or SentenceKind.SdsPlus } sentence || !_part.InCustody || 12 * sentence.Term.Years + sentence.Term.Months is not (>= 4 and var months))
        {
            return;
        }

        List<Write> writes = [];
        var entry = _record.FromFile(sentence.On, SourceSystem.Template, 17, 40);
        if (isConsecutive)
        {
            var before = Math.Clamp((int)Math.Round(months * first, MidpointRounding.ToEven), 1, months - 1);
            Add(before, null);
            Add(months - before, 1);
        }
        else if (isConcurrent)
        {
            Add(months, null);
        }

        if (isConcurrent && !isConsecutive || isConsecutive && both)
        {
            for (var i = 0; i < more; i++)
            {
                Add(Math.Max(1, (int)(months * (0.3 + 0.4 * shorter) / (i + 1))), null);
            }
        }

        _record.Add(entry, "Sentences of one occasion", writes);

        void Add(int length, int? follows) => writes.Add(new Write(null, new ListedSentence
        {
            Id = _record.NewId(entry),
            PersonId = _record.PersonId,
            CaseId = _case,
            ValidFrom = sentence.On,
            Recorded = entry,
            BookingNumber = Booking,
            Number = writes.Count + 1,
            Type = Coded.Of(TypeOf(sentence)),
            OffenceOn = sentence.On.AddDays(-200 - 3 * writes.Count),
            Years = length / 12,
            Months = length % 12,
            ConsecutiveTo = follows,
        }));
    }

    /// <summary>A move to another prison in the next days.</summary>
    private void Booked()
    {
        var draw = Stream("movements|booked");
        var (isBooked, days, ago, fits) = (draw.Chance(BookedTransfers), draw.Between(2, 12), draw.Between(1, 6), draw.Chance(0.6));
        isBooked = !_part.InCustody ? false : _world.IsDemo ? (_part.Place, _part.RankAtPlace) is ("LHI", >= 26 and <= 30) or ("LNI", 26) : isBooked;
        if (!isBooked || !_serves.IsSentenced || _location is not { } location)
        {
            return;
        }

        var (prison, on) = (location.Prison.Text, _world.AsOf.AddDays(-ago));
        var others = _world.Places.Prisons.Concat(_world.Places.Receptions).Where(other => other.Sex == _who.Sex && other.Code != prison).ToList();
        if (others.Count == 0 || on <= location.ValidFrom || (_serves.Dates.Prrd ?? _serves.Dates.Crd) <= _world.AsOf.AddDays(days))
        {
            return;
        }

        var entry = _record.By(_world.Staff.The(prison, Role.Oca), London.At(on, new TimeOnly(10, 35)), Verb.BookTransfer);
        _record.Add(entry, "Booked transfer", new Write(null, new TransferBooking
        {
            Id = _record.NewId(entry),
            PersonId = _record.PersonId,
            CaseId = _case,
            ValidFrom = on,
            Recorded = entry,
            From = location.Prison,
            To = new PlaceCode(draw.One(others).Code),
            MoveOn = _world.AsOf.AddDays(days),
            Reason = draw.One(PlannedTransfers),
            IsConsistentWithPlan = fits,
        }));
    }

    /// <summary>How likely this person is to be convicted again for who they are, as a standard normal value: the younger, the more often convicted
    /// and thieves and robbers more, sexual offenders and fraudsters less.</summary>
    private double Likelihood()
    {
        var age = (37 - _who.BornOn.AgeAsAt(_world.AsOf)) / 12.0;
        var convictions = (Math.Log(1 + _serves.PreviousConvictions) - 1.8) / 1.0;
        var group = _serves.OffenceGroup switch { "THE" or "ROB" => 0.8, "SEX" or "FRA" => -0.8, _ => 0.0 };
        return (age + convictions + group) / 1.5;
    }

    /// <summary>Whether staff did what they should, of which this share of them does: those who do one thing do others, and teams differ.</summary>
    private bool Does(double share, bool isOfRiskOfHarm)
    {
        if (_world.DoesEverythingRight)
        {
            return true;
        }

        var (case_, team) = (Stream("assessment"), _world.Root.Of($"team|{_unit.Code}"));
        var z = FactorLoading * case_.Normal() + Math.Sqrt(TeamVariance) * team.Normal() + Math.Sqrt(1 - FactorLoading * FactorLoading - TeamVariance) * case_.Normal();
        return NormalCurve.Below(z) < share * (isOfRiskOfHarm && _world.Options.Failures is FailureMode.Of2025 ? Of2025 : 1);
    }
}
