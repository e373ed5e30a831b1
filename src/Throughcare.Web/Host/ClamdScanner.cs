using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Throughcare.Application.Record.Documents;

namespace Throughcare.Web.Host;

/// <summary>Asks a ClamAV daemon, which is sent the content in pieces (its command INSTREAM) and says what it found.</summary>
/// <remarks>Its <c>StreamMaxLength</c> must be 25 MB or more. A daemon that does not answer means "not scanned", and nothing is kept.</remarks>
public sealed class ClamdScanner(string host, int port, TimeSpan patience, ILogger<ClamdScanner> log) : IVirusScanner
{
    /// <summary>Host and port, such as <c>clamd:3310</c>.</summary>
    public const string Setting = "Documents:VirusScanner";

    private const int Piece = 64 * 1024;

    private const int LongestAnswer = 4096;

    /// <exception cref="InvalidOperationException">The setting is no host and port.</exception>
    public static (string Host, int Port)? Of(IConfiguration settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings[Setting] is not { Length: > 0 } said ? null
            : said.LastIndexOf(':') is > 0 and var colon && ushort.TryParse(said[(colon + 1)..], out var port) && port > 0 ? (said[..colon], port)
            : throw new InvalidOperationException($"{Setting} is '{said}': say host and port, such as clamd:3310.");
    }

    public async Task<VirusFinding> ScanAsync(ReadOnlyMemory<byte> content, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(patience);
        try
        {
            var answer = await AskAsync(content, limit.Token);
            if (answer.EndsWith(" OK", StringComparison.Ordinal))
            {
                return VirusFinding.Clean;
            }

            if (answer.EndsWith(" FOUND", StringComparison.Ordinal))
            {
                return VirusFinding.Infected;
            }

            log.LogError("The virus scanner could not scan a document: {Answer}", answer);
        }
        catch (Exception error) when (error is SocketException or IOException || (error is OperationCanceledException && !stop.IsCancellationRequested))
        {
            log.LogError(error, "The virus scanner at {Host}:{Port} does not answer", host, port);
        }

        return VirusFinding.NotScanned;
    }

    private async Task<string> AskAsync(ReadOnlyMemory<byte> content, CancellationToken stop)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(host, port, stop);
        await using var stream = client.GetStream();
        await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), stop);

        var length = new byte[4];
        for (var at = 0; at < content.Length; at += Piece)
        {
            var piece = content[at..Math.Min(content.Length, at + Piece)];
            BinaryPrimitives.WriteInt32BigEndian(length, piece.Length);
            await stream.WriteAsync(length, stop);
            await stream.WriteAsync(piece, stop);
        }

        BinaryPrimitives.WriteInt32BigEndian(length, 0);
        await stream.WriteAsync(length, stop);

        var answer = new byte[LongestAnswer];
        var read = await stream.ReadAtLeastAsync(answer, answer.Length, throwOnEndOfStream: false, stop);
        return Encoding.ASCII.GetString(answer, 0, read).TrimEnd('\0', '\n', ' ');
    }
}
