using Throughcare.Domain.Protection;

namespace Throughcare.Web;

/// <summary>Nominations in words.</summary>
public static class ProtectionWords
{
    extension(PpoScheme scheme)
    {
        public string Words => scheme switch
        {
            PpoScheme.Ppo => "PPO",
            PpoScheme.IomFixed => "IOM, fixed",
            PpoScheme.IomFlex => "IOM, flex",
            _ => "IOM, free",
        };
    }

    extension(PpoStatus status)
    {
        public string Words => status.ToString();
    }

    extension(PpoListing row)
    {
        /// <summary>Where somebody decides who is meant; a stroke in a reference stays one.</summary>
        public string MatchAddress => $"/matches/ppo/{row.ForceCode}/{Uri.EscapeDataString(row.ListRef).Replace("%2F", "/", StringComparison.Ordinal)}";
    }

    extension(PpoMatchState state)
    {
        /// <summary>The rule that fitted, as a sentence.</summary>
        public string Rule => state switch
        {
            PpoMatchState.Confirmed => "Confirmed: a police number is the same",
            PpoMatchState.Probable => "Probable: one person’s name and date of birth are the same. They are linked until somebody says otherwise",
            PpoMatchState.Possible => "Possible: one person on record may be meant",
            PpoMatchState.Ambiguous => "Ambiguous: more than one person on record may be meant",
            PpoMatchState.ByHand => "Linked by somebody here",
            _ => "Nobody on record fits",
        };

        public TagModel Tag => state switch
        {
            PpoMatchState.Confirmed or PpoMatchState.ByHand => new("Linked", TagColour.Green),
            PpoMatchState.Probable => new("Linked, to be confirmed", TagColour.Yellow),
            PpoMatchState.Possible => new("Somebody has to decide", TagColour.Orange),
            PpoMatchState.Ambiguous => new("More than one person fits", TagColour.Orange),
            _ => new("Nobody on record", TagColour.Grey),
        };
    }
}
