namespace SocietyParty.Service.Http;

/// <summary>Whoever gets 503 learns when to ask again, whichever part of the service says it.</summary>
internal static class RetryLater
{
    private const string Seconds = "5";

    public static void Use(WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                context.Response.OnStarting(() =>
                {
                    if (
                        context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable
                        && context.Response.Headers.RetryAfter.Count == 0
                    )
                    {
                        context.Response.Headers.RetryAfter = Seconds;
                    }

                    return Task.CompletedTask;
                });
                return next(context);
            }
        );
}
