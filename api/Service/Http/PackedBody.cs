namespace SocietyParty.Service.Http;

/// <summary>Bodies that are packed (gzip, br, deflate) are unpacked; another packing is named when the body is read.</summary>
internal static class PackedBody
{
    public const string Known = "gzip, br, deflate";

    public static void Use(WebApplication app)
    {
        app.Use(
            (context, next) =>
            {
                if (context.Request.Headers.ContentEncoding.Count > 0)
                {
                    // The packed length: what is read is another one.
                    context.Request.Headers.ContentLength = null;
                }

                return next(context);
            }
        );
        app.UseRequestDecompression();
    }
}
