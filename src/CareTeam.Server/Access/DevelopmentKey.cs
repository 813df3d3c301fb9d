using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace CareTeam.Server.Access;

/// <summary>The key that signs tokens in Development: made on the first run, readable by its owner only. `careteam token` reads it too.</summary>
public static class DevelopmentKey
{
    private const int Bytes = 64;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    public static SymmetricSecurityKey LoadOrCreate(string dataDirectory)
    {
        Directory.CreateDirectory(dataDirectory);
        var path = Path.Combine(dataDirectory, TokenClaims.DevelopmentKeyFile);
        return new SymmetricSecurityKey(Convert.FromBase64String(Patiently(() => Made(path) ? File.ReadAllText(path) : MakeAlone(path)).Trim()));
    }

    private static bool Made(string path) => new FileInfo(path) is { Exists: true, Length: > 0 };

    /// <summary>Nobody else has it open meanwhile: two servers starting at once must end with one key.</summary>
    private static string MakeAlone(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        if (file.Length > 0) return new StreamReader(file).ReadToEnd();
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes));
        file.Write(Encoding.ASCII.GetBytes(key));
        return key;
    }

    /// <summary>Again while another one has the file for a moment.</summary>
    private static string Patiently(Func<string> read)
    {
        for (var since = Environment.TickCount64; ; Thread.Sleep(5))
        {
            try
            {
                return read();
            }
            catch (IOException) when (Environment.TickCount64 - since < LongestWait.TotalMilliseconds)
            {
                // Its holder is making it.
            }
        }
    }
}
