using System.Security.Cryptography;
using System.Text;

namespace CareTeam.Cli.Interop;

/// <summary>The same names give the same UUID (version 8 of RFC 9562, by SHA-256), so that running a command again is the same command.</summary>
public static class NameBasedUuid
{
    public static string Of(params ReadOnlySpan<string> names)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in names)
        {
            var bytes = Encoding.UTF8.GetBytes(name);
            // Lengths keep ("ab", "c") and ("a", "bc") apart.
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }
        var id = hash.GetHashAndReset().AsSpan(0, 16);
        id[6] = (byte)(id[6] & 0x0f | 0x80);
        id[8] = (byte)(id[8] & 0x3f | 0x80);
        return new Guid(id, bigEndian: true).ToString("D");
    }
}
