using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace CareTeam.Server.Access;

/// <summary>The key that signs tokens in Development: made on the first run, readable by its owner only. `careteam token` reads it too.</summary>
public static class DevelopmentKey
{
    private const int Bytes = 64;

    public static SymmetricSecurityKey LoadOrCreate(string dataDirectory)
    {
        Directory.CreateDirectory(dataDirectory);
        var path = Path.Combine(dataDirectory, TokenClaims.DevelopmentKeyFile);
        if (!File.Exists(path)) Create(path);
        return new SymmetricSecurityKey(Convert.FromBase64String(File.ReadAllText(path).Trim()));
    }

    // Written aside and moved: two servers starting at once must end with one key.
    private static void Create(string path)
    {
        var draft = $"{path}.{Guid.NewGuid():N}";
        var mine = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) mine.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new StreamWriter(draft, mine)) file.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)));
        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }
}
