using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Application.Movements;

/// <summary>A movement as somebody filled it in. Refusals name the fields as they are named here.</summary>
public sealed record MovementForm
{
    /// <summary>Code of <c>movement-effects.csv</c>, such as R-SENT: it gives the type too.</summary>
    public string? Reason { get; init; }

    public DateTimeOffset? HappenedAt { get; init; }

    /// <summary>Where the record says the person is, if it is left out.</summary>
    public PlaceCode? From { get; init; }

    /// <summary>Required into a prison and for a transfer.</summary>
    public PlaceCode? To { get; init; }

    /// <summary>Required for temporary release.</summary>
    public DateTimeOffset? DueBackAt { get; init; }

    public string? Escort { get; init; }

    public string? Comment { get; init; }

    internal MovementEffect? Effect => MovementEffects.Find(Reason);

    internal List<Refusal> Check()
    {
        List<Refusal> wrong = [];
        if (Effect is not { } effect)
        {
            wrong.Add(new(nameof(Reason), "Select the kind of movement"));
        }
        else
        {
            if (effect.MovementType is "ADM" or "TRN" && (To is not { } to || Establishments.Find(to.Text) is not { IsPrison: true }))
            {
                wrong.Add(new(nameof(To), effect.IsIn ? "Select the prison that received the person" : "Select the prison the person is going to"));
            }

            if (effect.Code == "A-ROTL" && DueBackAt is null)
            {
                wrong.Add(new(nameof(DueBackAt), "Enter when the person is due back"));
            }

            if (effect.MovementType == "TRN" && From is not null && From == To)
            {
                wrong.Add(new(nameof(To), "Select another prison than the one the person leaves"));
            }
        }

        if (HappenedAt is null)
        {
            wrong.Add(new(nameof(HappenedAt), "Enter the date and time of the movement"));
        }

        if (Escort?.Trim().Length > 60)
        {
            wrong.Add(new(nameof(Escort), "Escort must be 60 characters or fewer"));
        }

        if (Comment?.Trim().Length > 1_000)
        {
            wrong.Add(new(nameof(Comment), "Comment must be 1,000 characters or fewer"));
        }

        return wrong;
    }
}
