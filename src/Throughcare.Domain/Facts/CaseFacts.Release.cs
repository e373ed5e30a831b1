using Throughcare.Domain.Standards;

namespace Throughcare.Domain.Facts;

/// <content>Release, licence, curfew, parole and recall, as far as key dates and status say.</content>
public sealed partial class CaseFacts
{
    private const int ShortestTariffForSift = 48;

    /// <summary>From the sentence date to the tariff expiry date, in months with a half for any days beyond; none for a determinate
    /// sentence, and for an indeterminate one without that date.</summary>
    public Known<decimal> TariffMonths => Lasting(() =>
        IsIndeterminate.Value && SentenceDate.HasValue && Ted.HasValue
            ? Known<decimal>.Of(HalfMonths.Between(SentenceDate.Value, Ted.Value), [.. SentenceDate.From, .. Ted.From]) : Known<decimal>.None());

    /// <summary>The confirmed date, else the day on which the licence starts.</summary>
    public Known<DateOnly> ReleaseDate => Lasting(() => ConfirmedReleaseDate.HasValue ? ConfirmedReleaseDate : LicenceStartDate);

    /// <summary>The sentence ends custody on licence: a life licence, or a CRD, PED, SLED or PRRD, unless it is one with an automatic
    /// release date and a sentence expiry date; unknown without dates.</summary>
    public Known<bool> IsLicenceRequired => Lasting(() =>
        IsIndeterminate.Value ? Known<bool>.Of(true, IsIndeterminate.From)
        : KeyDates.HasValue ? Known<bool>.Of((Crd.HasValue || Ped.HasValue || Sled.HasValue || Prrd.HasValue) && !(Ard.HasValue && Sed.HasValue && !Crd.HasValue), KeyDates.From)
        : Known<bool>.Unknown());

    /// <summary>The day on which the licence starts; none where no licence is required. On recall, the post-recall date; on curfew, the
    /// day of it; otherwise the conditional release date. A release on a day that is no working day is brought forward to the one before;
    /// a confirmed date counts where it lies in bounds.</summary>
    public Known<DateOnly> LicenceStartDate => Lasting(() =>
    {
        if (!IsLicenceRequired.Value)
        {
            return Known<DateOnly>.None();
        }

        if (IsIndeterminate.Value)
        {
            return ConfirmedReleaseDate;
        }

        if (IsRecalled.Value && Prrd.HasValue)
        {
            return ConfirmedReleaseDate.HasValue && ConfirmedReleaseDate.Value <= Prrd.Value && !(ConfirmedReleaseDate.Value <= (Crd.HasValue ? Crd.Value : null))
                ? ConfirmedReleaseDate : Prrd.Then(Offset.LastWorkingDayTo);
        }

        if (Hdcad.HasValue)
        {
            return Hdcad;
        }

        var automatic = Crd.HasValue ? Crd : Ard;
        return !automatic.HasValue ? ConfirmedReleaseDate
            : IsConfirmedFor(automatic.Value) ? ConfirmedReleaseDate
            : automatic.Then(Offset.LastWorkingDayTo);
    });

    /// <summary>A curfew eligibility date, and none of what excludes: an extended or indeterminate sentence, registration as a sexual
    /// offender, terrorism, a deportation order, recall.</summary>
    public Known<bool> IsHdcEligible => Lasting(() => Known<bool>.Of(
        Hdced.HasValue && !IsExtended.Value && !IsIndeterminate.Value && !IsRegisteredSexualOffender.Value && !HasTerrorismOffence.Value
        && !IsDeportationOrdered.Value && !IsRecalled.Value, Hdced.From));

    /// <summary>The recall was made at once; no where nothing says so.</summary>
    public Known<bool> IsEmergencyRecall => Known<bool>.Of(false, RecallKind.From);

    /// <summary>An indeterminate sentence with a tariff of four years or more.</summary>
    public Known<bool> IsPreTariffEligible => Lasting(() =>
        Known<bool>.Of(IsIndeterminate.Value && TariffMonths.HasValue && TariffMonths.Value >= ShortestTariffForSift, [.. IsIndeterminate.From, .. TariffMonths.From]));

    /// <summary>A confirmed date counts up to the release date; where somebody is held under another power too, only from the last
    /// working day before.</summary>
    private bool IsConfirmedFor(DateOnly release) => ConfirmedReleaseDate.HasValue && ConfirmedReleaseDate.Value <= release
        && !(LegalStatus.Value is Sentences.LegalStatus.Immigration or Sentences.LegalStatus.Remand or Sentences.LegalStatus.ConvictedUnsentenced
            && LegalStatus.HasValue && ConfirmedReleaseDate.Value < Offset.LastWorkingDayTo(release));
}
