namespace CareTeam.Cli.Diagnostics;

/// <summary>Findings and conclusions of studies in words.</summary>
public static class ResultWords
{
    public static string Of(ImagingFinding f) => Joined(
        Spoken(f.Kind), f.Level, Spoken(f.Side), Spoken(f.Severity), f.Root.Length > 0 ? $"root {f.Root}" : "") + (f.Remark.Length > 0 ? $": {f.Remark}" : "");

    public static string Of(NerveConductionFinding f) =>
        Joined(Spoken(f.Side), ExamWords.Spaced(f.Nerve), Spoken(f.Kind), Spoken(f.Parameter), f.NoResponse ? "no response" : Shown.Number(f.Value, f.Unit), f.Segment) + $" ({Spoken(f.Interpretation)})";

    public static string Of(NeedleFinding f)
    {
        var facts = new[]
        {
            f.InsertionalActivity == default ? "" : $"insertional activity {Spoken(f.InsertionalActivity)}",
            f.HasFibrillations ? $"fibrillations {f.Fibrillations}+" : "",
            f.HasPositiveSharpWaves ? $"positive sharp waves {f.PositiveSharpWaves}+" : "",
            f.HasFasciculations ? $"fasciculations {f.Fasciculations}+" : "",
            f.Recruitment == default ? "" : $"recruitment {Spoken(f.Recruitment)}",
            f.MotorUnits == default ? "" : $"motor units {Spoken(f.MotorUnits)}",
        };
        return $"{Joined(Spoken(f.Side), ExamWords.Spaced(f.Muscle))}: {string.Join(", ", facts.Prepend(Spoken(f.Interpretation)).Where(t => t.Length > 0))}";
    }

    public static string Of(ElectrodiagnosticConclusion c) =>
        Joined(Spoken(c.Severity), Spoken(c.Side), string.Join(", ", c.Roots), ExamWords.Spaced(c.Nerve), c.Kind == ElectrodiagnosticConclusionKind.PeripheralEntrapment ? "entrapment" : Spoken(c.Kind), c.Site.Length > 0 ? $"at {c.Site}" : "");

    private static string Joined(params IEnumerable<string> words) => string.Join(' ', words.Where(w => w.Length > 0));

    private static string Spoken<TEnum>(TEnum value) where TEnum : struct, Enum => Shown.Words(value);
}
