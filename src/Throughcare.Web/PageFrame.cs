namespace Throughcare.Web;

/// <summary>What stands around every page of one request. Whoever signs the user in puts it among the request's features;
/// without it a page has the plain header alone.</summary>
public sealed record PageFrame
{
    /// <summary>The navigation of the user's role; <see langword="null"/> before signing in.</summary>
    public Navigation? Navigation { get; init; }

    /// <summary>Words about the service under the navigation: training data, read only, downtime.</summary>
    public IReadOnlyList<BannerModel> Banners { get; init; } = [];

    /// <summary>When an idle user is signed out; <see langword="null"/> before signing in.</summary>
    public SessionTimes? Session { get; init; }
}

/// <summary>One announcement about the service, under the navigation of every page.</summary>
/// <param name="Kind">Decides its colour and whether it can be put away.</param>
/// <param name="Text">One sentence, such as "Training data. Nobody here is real."</param>
public sealed record BannerModel(BannerKind Kind, string Text);

public enum BannerKind
{
    TrainingData,
    ReadOnly,
    Downtime,
}

/// <param name="IdleMinutes">Minutes without a request after which the user is signed out.</param>
/// <param name="WarnMinutes">Minutes before that at which the warning opens.</param>
/// <param name="StayAddress">Any address whose GET counts as a request of the user.</param>
/// <param name="SignOutAddress">Where signing out is posted. It takes no form token: a page that nobody may see has to be the
/// same byte for byte as the page of a number that nobody has.</param>
/// <param name="SignedOutAddress">Where the user is taken when the time is up.</param>
public sealed record SessionTimes(int IdleMinutes, int WarnMinutes, string StayAddress, string SignOutAddress, string SignedOutAddress);
