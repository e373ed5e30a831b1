namespace Throughcare.Web.Pages.Movements;

/// <summary>A page on which a movement is typed.</summary>
public interface IMovementPage
{
    TypedMovement Input { get; }
}
