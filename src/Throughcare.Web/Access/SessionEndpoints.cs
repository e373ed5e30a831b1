using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace Throughcare.Web.Access;

/// <summary>Staying signed in and signing out: what the warning's buttons ask.</summary>
public static class SessionEndpoints
{
    public static WebApplication MapSession(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);

        app.MapMethods(Session.StayAddress, ["GET", "POST"], () => Results.NoContent()).WithMetadata(new AnyUserAttribute());

        // no form token: the cookie is not sent with another site's form, and the page of a number that nobody has must have no token
        app.MapPost(Session.SignOutAddress, (Delegate)SignOutAsync).WithMetadata(new AllowAnonymousAttribute());
        return app;
    }

    private static async Task<IResult> SignOutAsync(HttpContext http)
    {
        await http.SignOutAsync(Session.Scheme);
        await http.SignOutAsync(Session.HalfwayScheme);
        http.Response.Headers["Clear-Site-Data"] = "\"cache\", \"cookies\", \"storage\"";
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = Session.SignedOutAddress;
        return Results.Empty;
    }
}
