using CareTeam.Server.Anatomy;

namespace CareTeam.Server.Diagnostics;

/// <summary>What findings and conclusions of EMG and nerve conduction studies must be: nerves and muscles of the catalog, on one side, with the unit of what was measured.</summary>
public static class ElectrodiagnosticForm
{
    private const int MostConductions = 200, MostMuscles = 100, MostConclusions = 10, StrongestActivity = 4, LongestPlace = 100;

    public static void Check(RecordStudyResultRequest request, Violations violations)
    {
        Each("nerve_conductions", request.NerveConductions, MostConductions, Conduction);
        Each("needle_findings", request.NeedleFindings, MostMuscles, Needle);
        Each("conclusions", request.Conclusions, MostConclusions, Conclusion);
        if (request.Conclusions.Count > 1 && request.Conclusions.Any(c => c.Kind == ElectrodiagnosticConclusionKind.Normal)) violations.Add("conclusions", "are normal and something else");

        void Each<T>(string name, IReadOnlyList<T> values, int most, Action<string, T, Violations> check)
        {
            if (values.Count > most) violations.Add(name, $"has {values.Count} values; at most {most} are allowed");
            for (var i = 0; i < Math.Min(values.Count, most); i++) check($"{name}[{i}]", values[i], violations);
        }
    }

    private static void Conduction(string field, NerveConductionFinding f, Violations violations)
    {
        violations.Nerve($"{field}.nerve", f.Nerve);
        violations.Required($"{field}.kind", f.Kind);
        violations.Text($"{field}.segment", f.Segment, LongestPlace, required: false);
        violations.OneSide($"{field}.side", f.Side);
        violations.Required($"{field}.parameter", f.Parameter);
        violations.Required($"{field}.interpretation", f.Interpretation);
        if (f.Parameter == NerveConductionParameter.AmplitudeDrop && f.Kind != NerveConductionKind.Motor) violations.Add($"{field}.parameter", "is of motor nerves only");
        if (f.NoResponse)
        {
            if (f.HasValue) violations.Add($"{field}.value", "contradicts no_response");
            if (f.Interpretation == FindingInterpretation.Normal) violations.Add($"{field}.interpretation", "contradicts no_response");
            return;
        }
        if (!f.HasValue) violations.Add($"{field}.value", "is required, or no_response");
        else if (f.Value < 0) violations.Add($"{field}.value", "must not be negative");
        var units = Units(f.Kind, f.Parameter);
        if (units.Length > 0 && !units.Contains(f.Unit)) violations.Add($"{field}.unit", $"must be {string.Join(" or ", units)}");
    }

    private static string[] Units(NerveConductionKind kind, NerveConductionParameter parameter) => parameter switch
    {
        NerveConductionParameter.Latency => ["ms"],
        NerveConductionParameter.Velocity => ["m/s"],
        NerveConductionParameter.AmplitudeDrop => ["%"],
        NerveConductionParameter.Amplitude => kind switch { NerveConductionKind.Motor => ["mV"], NerveConductionKind.Sensory => ["uV"], _ => ["mV", "uV"] },
        _ => [],
    };

    private static void Needle(string field, NeedleFinding f, Violations violations)
    {
        violations.Muscle($"{field}.muscle", f.Muscle);
        violations.OneSide($"{field}.side", f.Side);
        violations.Required($"{field}.interpretation", f.Interpretation);
        violations.Range($"{field}.fibrillations", f.Fibrillations, 0, StrongestActivity);
        violations.Range($"{field}.positive_sharp_waves", f.PositiveSharpWaves, 0, StrongestActivity);
        violations.Range($"{field}.fasciculations", f.Fasciculations, 0, StrongestActivity);
    }

    private static void Conclusion(string field, ElectrodiagnosticConclusion c, Violations violations)
    {
        violations.Required($"{field}.kind", c.Kind);
        var (radiculopathy, entrapment) = (c.Kind == ElectrodiagnosticConclusionKind.Radiculopathy, c.Kind == ElectrodiagnosticConclusionKind.PeripheralEntrapment);
        if (radiculopathy && c.Roots.Count == 0) violations.Add($"{field}.roots", "is required of a radiculopathy");
        if (!radiculopathy && c.Roots.Count > 0) violations.Add($"{field}.roots", "is of a radiculopathy only");
        for (var i = 0; i < Math.Min(c.Roots.Count, MostConclusions); i++) violations.Root($"{field}.roots[{i}]", c.Roots[i]);
        violations.AtMost($"{field}.roots", c.Roots, MostConclusions);
        if (entrapment) violations.Nerve($"{field}.nerve", c.Nerve);
        else if (c.Nerve.Length > 0) violations.Add($"{field}.nerve", "is of an entrapment only");
        if (!entrapment && c.Site.Length > 0) violations.Add($"{field}.site", "is of an entrapment only");
        violations.Text($"{field}.site", c.Site, LongestPlace, required: entrapment);
        if (radiculopathy || entrapment) violations.Side($"{field}.side", c.Side, paired: true);
        else if (c.Side != Side.Unspecified) violations.Add($"{field}.side", "is of a radiculopathy or an entrapment");
        if (c.Kind is ElectrodiagnosticConclusionKind.Normal or ElectrodiagnosticConclusionKind.Inconclusive && c.Severity != FindingSeverity.Unspecified)
            violations.Add($"{field}.severity", "is of what was found only");
    }
}
