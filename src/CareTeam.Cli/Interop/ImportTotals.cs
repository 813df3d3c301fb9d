namespace CareTeam.Cli.Interop;

public sealed class ImportTotals
{
    private int files, created, present, leftOut;

    public int Broken { get; private set; }

    public void Add(ImportBundleResponse imported)
    {
        files++;
        created += imported.Plans.Count(p => p.Created);
        present += imported.Plans.Count(p => !p.Created);
        leftOut += imported.LeftOut.Count;
    }

    public void AddBroken() => Broken++;

    public override string ToString() => $"{files} files: {created} plans imported, {present} already there, {leftOut} elements left out"
        + (Broken > 0 ? $"; {Broken} files not imported" : "");
}
