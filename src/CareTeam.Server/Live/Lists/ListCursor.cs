using System.Buffers.Text;
using System.Security.Cryptography;
using Google.Protobuf;

namespace CareTeam.Server.Live.Lists;

/// <summary>
/// What a caller has of a plan: its id and a hash of what was shown. The hash is the same on every node and after every restart, whatever
/// happened to the plan that the list does not show.
/// </summary>
public readonly record struct ListCursor(Guid PlanId, ulong Shown)
{
    private const int IdBytes = 16;
    private const int Bytes = IdBytes + sizeof(ulong);

    public static ListCursor Of(Guid planId, IMessage shown)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(shown.ToByteArray(), hash);
        return new(planId, BitConverter.ToUInt64(hash));
    }

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        PlanId.TryWriteBytes(bytes);
        BitConverter.TryWriteBytes(bytes[IdBytes..], Shown);
        return Base64Url.EncodeToString(bytes);
    }

    public static bool TryParse(string text, out ListCursor cursor)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        cursor = default;
        if (!Base64Url.IsValid(text, out var length) || length != Bytes) return false;
        Base64Url.DecodeFromChars(text, bytes);
        cursor = new(new Guid(bytes[..IdBytes]), BitConverter.ToUInt64(bytes[IdBytes..]));
        return true;
    }
}
