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
        if (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for an answer, and what failed may have failed for that.
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return;
        }

        var log = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ProgramFaults));
        Failed(log, context.Features.Get<IExceptionHandlerFeature>()!.Error, context.TraceIdentifier);
        var message = $"The service failed on this request. The log of the service has the details under {context.TraceIdentifier}.";
        var response = OperationRunner.Failed(StatusCodes.Status500InternalServerError, [new(Code, message)]);
        context.Response.StatusCode = response.Status;
        context.Response.ContentType = ResponseMedia.Json + "; charset=utf-8";
        await context.Response.Body.WriteAsync(response.Body, context.RequestAborted);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A request failed, {Trace}")]
    private static partial void Failed(ILogger log, Exception error, string trace);
}
