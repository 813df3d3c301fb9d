namespace CareTeam.Server.Medications;

/// <summary>The form of RxNorm's concept ids.</summary>
public static class RxNorm
{
    private const int Longest = 8;

    public static void Check(string field, string code, Violations violations)
    {
        if (code.Length > Longest || !code.All(char.IsAsciiDigit)) violations.Add(field, $"is not an RxNorm code: 1 to {Longest} digits");
    }
}
