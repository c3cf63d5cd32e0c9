using SocietyParty.Schema;

namespace SocietyParty.Service.Http;

/// <summary>Which version answers, on every answer that the program makes.</summary>
internal static class VersionHeader
{
    public const string Name = "X-SocietyParty-Version";

    // An exception's answer begins with the headers cleared, so the header is set when they are sent.
    public static void Use(IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                context.Response.OnStarting(static response => SetAsync((HttpResponse)response), context.Response);
                return next(context);
            }
        );

    private static Task SetAsync(HttpResponse response)
    {
        response.Headers[Name] = ProgramVersion.Text;
        return Task.CompletedTask;
    }
}
