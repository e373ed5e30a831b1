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

    extension(PpoMatchState state)
    {
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
