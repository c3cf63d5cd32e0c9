using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;

namespace SocietyParty.Service.Http;

/// <summary>The answer when the program itself fails: never an empty body, and never the exception's own words.</summary>
internal static partial class ProgramFaults
{
    private const string Code = "SP-SERVICE-001";

    public static void Use(IApplicationBuilder app) =>
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                ExceptionHandler = AnswerAsync,
                // The framework's own entry does not have the name that the client gets.
                SuppressDiagnosticsCallback = static _ => true,
            }
        );

    private static async Task AnswerAsync(HttpContext context)
    {
        var log = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ProgramFaults));
        Failed(log, context.Features.Get<IExceptionHandlerFeature>()!.Error, context.TraceIdentifier);
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        var message = $"The service failed on this request. The log of the service has the details under {context.TraceIdentifier}.";
        await context.Response.WriteAsJsonAsync(
            new { errors = new[] { new { message, extensions = new { code = Code } } } },
            JsonSerializerOptions.Web,
            context.RequestAborted
        );
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A request failed, {Trace}")]
    private static partial void Failed(ILogger log, Exception error, string trace);
}
