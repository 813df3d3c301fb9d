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
        // Nobody else has it open meanwhile: two servers starting at once must end with one key.
        using var file = OpenAlone(Path.Combine(dataDirectory, TokenClaims.DevelopmentKeyFile));
        if (file.Length == 0)
        {
            file.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes))));
            file.Position = 0;
        }
        using var text = new StreamReader(file);
        return new SymmetricSecurityKey(Convert.FromBase64String(text.ReadToEnd().Trim()));
    }

    private static FileStream OpenAlone(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        for (var since = Environment.TickCount64; ; Thread.Sleep(5))
        {
            try
            {
                return new FileStream(path, options);
            }
            catch (IOException) when (Environment.TickCount64 - since < LongestWait.TotalMilliseconds)
            {
                // Another one has it for a moment.
            }
        }
    }
}
