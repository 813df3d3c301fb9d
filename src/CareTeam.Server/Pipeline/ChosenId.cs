using System.Security.Cryptography;
using System.Text;
using CareTeam.V1;

namespace CareTeam.Server.Pipeline;

/// <summary>
/// Ids that the server chooses, named by the request_id (UUID version 8, RFC 9562): a decision stays pure, and a repeat chooses the same.
/// </summary>
public static class ChosenId
{
    public static string Or<TResponse>(this ICommand<TResponse> request, string clientsChoice, string kind) =>
        clientsChoice.Length > 0 ? clientsChoice : Of(request, kind);

    public static string Of<TResponse>(ICommand<TResponse> request, string kind) => Named(request.RequestId, kind);

    public static string Named(params ReadOnlySpan<string> names)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', names!)), hash);
        hash[6] = (byte)(hash[6] & 0x0f | 0x80);
        hash[8] = (byte)(hash[8] & 0x3f | 0x80);
        return new Guid(hash[..16], bigEndian: true).ToString("D");
    }
}
