using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Net.Http.Headers;
using SocietyParty.Rules.Sentences;
using SocietyParty.Service.Options;
using SocietyParty.Service.Queries;

namespace SocietyParty.Service.Http;

/// <summary>Reads a GraphQL request from a GET's query string or a POST's JSON body.</summary>
internal static class RequestReader
{
    // Nothing that GraphQL needs is nested deeper; the engine has limits of its own for documents.
    private static readonly JsonDocumentOptions Json = new() { MaxDepth = 64 };

    // A body that arrives in one piece is read where it lies.
    private const int SmallBytesMax = 16 * 1024;

    private const string Charset = "UTF-8";

    /// <summary>What bodies are written in, as sentences name it.</summary>
    internal const string Format = "JSON";

    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    private static ReadOnlySpan<byte> Gzip => [0x1F, 0x8B];

    public static async Task<(RequestBatch? Batch, MalformedRequest? Problem)> ReadAsync(
        HttpRequest http,
        ServiceOptions options,
        CancellationToken ct
    )
    {
        if (!HttpMethods.IsPost(http.Method))
        {
            var (request, problem) = FromQuery(http.Query);
            return (request is null ? null : new RequestBatch([request], IsList: false), problem);
        }

        // What nearly every client sends needs no parsing.
        if (http.ContentType == "application/json")
        {
            return await FromBodyAsync(http, options, ct);
        }

        if (!MediaTypeHeaderValue.TryParse(http.ContentType, out var type) || type.MediaType != "application/json")
        {
            return Unreadable(StatusCodes.Status415UnsupportedMediaType, new("SP-HTTP-001.MediaType", [("type", ResponseMedia.Json)]));
        }

        var charset = HeaderUtilities.RemoveQuotes(type.Charset);
        if (charset.HasValue && !charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            return Unreadable(StatusCodes.Status415UnsupportedMediaType, new("SP-HTTP-001.Charset", [("charset", Charset)]));
        }

        return await FromBodyAsync(http, options, ct);
    }

    private static async Task<(RequestBatch? Batch, MalformedRequest? Problem)> FromBodyAsync(
        HttpRequest http,
        ServiceOptions options,
        CancellationToken ct
    )
    {
        if (http.Headers.ContentEncoding.Count > 0)
        {
            http.HttpContext.Response.Headers.AcceptEncoding = PackedBody.Known;
            return Unreadable(
                StatusCodes.Status415UnsupportedMediaType,
                new("SP-HTTP-001.Encoding", [("encoding", http.Headers.ContentEncoding.ToString()), ("known", PackedBody.Known)])
            );
        }

        var body = CountedBody.Of(http, options.Http.BodyBytesMax);
        try
        {
            if (http.ContentLength > options.Http.BodyBytesMax)
            {
                await body.PassAsync(ct);
                throw new BodyTooLargeException();
            }

            if (http.ContentLength is { } length and <= SmallBytesMax)
            {
                var read = await http.BodyReader.ReadAtLeastAsync((int)length, ct);
                try
                {
                    return Parsed(read.Buffer.IsSingleSegment ? read.Buffer.First : read.Buffer.ToArray(), options);
                }
                finally
                {
                    http.BodyReader.AdvanceTo(read.Buffer.End);
                }
            }

            using var whole = new MemoryStream();
            await body.CopyToAsync(whole, ct);
            return Parsed(whole.GetBuffer().AsMemory(0, (int)whole.Length), options);
        }
        catch (Exception error)
            when (error is BodyTooLargeException or BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
        {
            return Unreadable(StatusCodes.Status413PayloadTooLarge, new("SP-HTTP-003.TooLarge", [("setting", "Limits__BodyBytesMax")]));
        }
        catch (BadHttpRequestException error)
        {
            return Unreadable(error.StatusCode, new("SP-HTTP-003.Unreadable", []));
        }
    }

    private static (RequestBatch?, MalformedRequest?) Parsed(ReadOnlyMemory<byte> body, ServiceOptions options)
    {
        // The parser passes bytes that are no UTF-8, and texts of them cannot be read later.
        if (!Utf8.IsValid(body.Span))
        {
            return NoJson(
                body.Span.StartsWith(Gzip)
                    ? new("SP-HTTP-002.Packed", [("header", "Content-Encoding: gzip")])
                    : new("SP-HTTP-002.Charset", [("charset", Charset)])
            );
        }

        try
        {
            using var document = JsonDocument.Parse(body.Span.StartsWith(Mark) ? body[Mark.Length..] : body, Json);
            return RequestBatch.Read(document.RootElement, options);
        }
        catch (JsonException error)
        {
            return NoJson(
                new(
                    "SP-HTTP-002.Json",
                    [("format", Format), ("line", error.LineNumber + 1 ?? 1), ("byte", error.BytePositionInLine + 1 ?? 1)]
                )
            );
        }
    }

    private static (RequestBatch?, MalformedRequest?) NoJson(Sentence said) => Unreadable(StatusCodes.Status400BadRequest, said);

    private static (GraphQLRequest?, MalformedRequest?) FromQuery(IQueryCollection query)
    {
        var reference = DocumentReferences.From(query);
        var text = query["query"] is [{ Length: > 0 } given] ? given : "";
        if (text.Length == 0 && reference is null)
        {
            return Missing();
        }

        if (Mode(query["onError"] is [{ Length: > 0 } handled] ? handled : null) is not { } mode)
        {
            return WrongMode();
        }

        var request = new GraphQLRequest(text, Name(query), null) { Reference = reference, OnError = mode };
        if (query["variables"] is not [{ Length: > 0 } variables])
        {
            return (request, null);
        }

        try
        {
            using var parsed = JsonDocument.Parse(variables, Json);
            return parsed.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Null
                ? (request with { Variables = parsed.RootElement.Clone() }, null)
                : NoObject("variables");
        }
        catch (JsonException)
        {
            return Malformed(new("SP-HTTP-004.Json", [("field", "variables"), ("format", Format)]));
        }
    }

    private static string? Name(IQueryCollection query) => query["operationName"] is [{ Length: > 0 } name] ? name : null;

    /// <summary>One request as a JSON object.</summary>
    /// <param name="hasOneSet">False where <c>variables</c> holds several sets, which the caller reads.</param>
    internal static (GraphQLRequest? Request, MalformedRequest? Problem) FromBody(JsonElement body, bool hasOneSet = true)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            return Malformed(new("SP-HTTP-002.Object", [("field", "query"), ("format", Format)]));
        }

        var reference = DocumentReferences.From(body);
        if (!body.TryGetProperty("query", out var query) && reference is null)
        {
            return Missing();
        }

        if (!IsUnicode(query))
        {
            return Malformed(new("SP-HTTP-004.HalfPair", [("field", "query")]));
        }

        if (
            query.ValueKind != JsonValueKind.String
            && !(reference is not null && query.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        )
        {
            return NoText("query");
        }

        if (!Optional(body, "operationName", JsonValueKind.String, out var name))
        {
            return NoText("operationName");
        }

        JsonElement? variables = null;
        if (hasOneSet && !Optional(body, "variables", JsonValueKind.Object, out variables))
        {
            return NoObject("variables");
        }

        if (!Optional(body, "extensions", JsonValueKind.Object, out _))
        {
            return NoObject("extensions");
        }

        if (
            !Optional(body, "onError", JsonValueKind.String, out var onError)
            || (onError is { } text && !IsUnicode(text))
            || Mode(onError?.GetString()) is not { } mode
        )
        {
            return WrongMode();
        }

        return (
            new GraphQLRequest(query.ValueKind == JsonValueKind.String ? query.GetString()! : "", name?.GetString(), variables?.Clone())
            {
                Reference = reference,
                OnError = mode,
            },
            null
        );
    }

    private static ErrorMode? Mode(string? onError) =>
        onError switch
        {
            null or "PROPAGATE" => ErrorMode.Propagate,
            "NULL" => ErrorMode.Null,
            _ => null,
        };

    private static (GraphQLRequest?, MalformedRequest?) WrongMode() =>
        Malformed(new("SP-HTTP-004.Mode", [("field", "onError"), ("values", "PROPAGATE, NULL")]));

    private static bool IsUnicode(JsonElement text)
    {
        try
        {
            return text.ValueKind != JsonValueKind.String || text.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            // The reader has no other way to ask.
            return false;
        }
    }

    private static bool Optional(JsonElement body, string name, JsonValueKind kind, out JsonElement? value)
    {
        value = null;
        if (!body.TryGetProperty(name, out var found) || found.ValueKind == JsonValueKind.Null)
        {
            return true;
        }

        value = found;
        return found.ValueKind == kind;
    }

    private static (GraphQLRequest?, MalformedRequest?) Missing() => Malformed(new("SP-HTTP-004.Missing", [("field", "query")]));

    private static (GraphQLRequest?, MalformedRequest?) NoText(string field) => Malformed(new("SP-HTTP-004.Text", [("field", field)]));

    private static (GraphQLRequest?, MalformedRequest?) NoObject(string field) =>
        Malformed(new("SP-HTTP-004.Object", [("field", field), ("format", Format)]));

    private static (RequestBatch?, MalformedRequest?) Unreadable(int status, Sentence said) => (null, new MalformedRequest(status, said));

    private static (GraphQLRequest?, MalformedRequest?) Malformed(Sentence said) =>
        (null, new MalformedRequest(StatusCodes.Status400BadRequest, said));
}
