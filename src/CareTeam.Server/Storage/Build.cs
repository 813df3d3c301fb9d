namespace CareTeam.Server.Storage;

/// <summary>The code that runs here.</summary>
public static class Build
{
    /// <summary>Tells the code that folds, and works out what falls due, from any other: the same source makes the same.</summary>
    public static readonly string Id = typeof(Build).Module.ModuleVersionId.ToString("N") + typeof(CarePlan).Module.ModuleVersionId.ToString("N");
}
