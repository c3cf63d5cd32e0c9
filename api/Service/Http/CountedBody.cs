using Microsoft.AspNetCore.Http.Features;

namespace SocietyParty.Service.Http;

/// <summary>
/// A body up to so many bytes, unpacked ones. Kestrel's own limit ends the connection while the client still sends, so that it sees a
/// broken pipe instead of the answer: here the rest is read and thrown away before 413 is sent, as long as it is not endless.
/// </summary>
internal sealed class CountedBody(HttpRequest request, long bytesMax) : Stream
{
    /// <summary>Bytes beyond the limit that are read for the client's sake.</summary>
    private const long RestBytesMax = 32 * 1024 * 1024;

    private long count;

    /// <summary>Lets Kestrel pass what is thrown away here; to be called before anything is read.</summary>
    public static CountedBody Of(HttpRequest request, long bytesMax)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = bytesMax + RestBytesMax;
        }

        return new CountedBody(request, bytesMax);
    }

    /// <exception cref="BodyTooLargeException">There are more bytes; what is left was read.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await request.Body.ReadAsync(buffer, cancellationToken);
        count += read;
        if (count > bytesMax)
        {
            await PassAsync(cancellationToken);
            throw new BodyTooLargeException();
        }

        return read;
    }

    /// <summary>Reads what is left; what is longer than a mistake can be ends the connection after all.</summary>
    public async Task PassAsync(CancellationToken ct)
    {
        try
        {
            await request.Body.CopyToAsync(Null, ct);
        }
        catch (BadHttpRequestException)
        {
            // More than is read for anybody: the answer is sent, and the connection ends.
        }
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

/// <summary>A body is longer than the service accepts.</summary>
internal sealed class BodyTooLargeException : IOException;
