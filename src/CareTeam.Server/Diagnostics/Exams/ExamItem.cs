using CareTeam.Server.Anatomy;

namespace CareTeam.Server.Diagnostics;

/// <summary>
/// One thing on one side as an examination found it. The key is the same in every examination that looked at it. Of each measure lower is better; a state
/// tells apart what is as bad in different ways, as less and more feeling are.
/// </summary>
public sealed record ExamItem(string Key, string Name, string Value, Measure Badness, Measure Beside = default, string State = "")
{
    /// <summary>Degrees, or percent, that a goniometer, an inclinometer or the eye may be wrong by [from memory].</summary>
    private const int MeasurementError = 5;

    /// <summary>Everything in the body of an examination, each side by itself.</summary>
    public static IEnumerable<ExamItem> Of(ExamBody body)
    {
        var one = SideBySide(body);
        return
        [
            .. one.Strength.Select(Of), .. one.Reflexes.Select(Of), .. one.Sensation.Select(Of), .. one.RangeOfMotion.Select(Of), .. one.Tests.Select(Of),
            .. one.Gait.Count == 0 ? [] : new[] { Of(one.Gait) },
        ];
    }

    /// <summary>The body with what is bilateral told as left and right.</summary>
    public static ExamBody SideBySide(ExamBody body) => new()
    {
        Strength = { Each(body.Strength, f => f.Side, (f, side) => f.Side = side) },
        Reflexes = { Each(body.Reflexes, f => f.Side, (f, side) => f.Side = side) },
        Sensation = { Each(body.Sensation, f => f.Side, (f, side) => f.Side = side) },
        RangeOfMotion = { Each(body.RangeOfMotion, f => f.Side, (f, side) => f.Side = side) },
        Tests = { Each(body.Tests, f => f.Side, (f, side) => f.Side = side) },
        Gait = { body.Gait },
    };

    public static ExamItem Of(StrengthFinding f) => Worded(f.Words(), $"strength {f.Muscle} {f.Side}", new(-Thirds(f)));

    public static ExamItem Of(SensationFinding f) => Worded(
        f.Words(), $"{f.Modality} {f.Dermatome} {f.Side}", new(f.Sensation switch { Sensation.Normal => 0, Sensation.Absent => 2, _ => 1 }), state: f.Sensation.ToString());

    public static ExamItem Of(ExamTestFinding f) => Worded(
        f.Words(), $"{f.Test} {f.Side}", new(f.Result switch { ExamTestResult.Negative => 0, ExamTestResult.Equivocal => 1, _ => 2 }),
        f.HasAngleDegrees ? new Measure(-f.AngleDegrees, MeasurementError) : default);

    /// <summary>The grade in thirds, so that 4+ lies between 4 and 5.</summary>
    public static int Thirds(StrengthFinding f) => 3 * f.Grade + f.Modifier switch { GradeModifier.Plus => 1, GradeModifier.Minus => -1, _ => 0 };

    // Too brisk is as bad as too weak.
    private static ExamItem Of(ReflexFinding f) => Worded(f.Words(), $"reflex {f.Reflex} {f.Side}", new(Math.Abs(f.Grade - 2)), state: $"{f.Grade}");

    private static ExamItem Of(RangeOfMotionFinding f) => Worded(
        f.Words(), $"{f.RangeCase} {f.Region} {f.Movement} {f.Side}", new(-(f.HasPercentOfNormal ? f.PercentOfNormal : f.Degrees), MeasurementError), new(f.Painful ? 1 : 0));

    private static ExamItem Of(IEnumerable<GaitFinding> gait) => Worded(
        gait.Words(), "gait", new(gait.All(g => g.Pattern == GaitPattern.Normal) ? 0 : 1), state: string.Join(' ', gait.Select(g => $"{g.Pattern} {g.Side}").Order(StringComparer.Ordinal)));

    private static ExamItem Worded((string Item, string Value) words, string key, Measure badness, Measure beside = default, string state = "") =>
        new(key, words.Item, words.Value, badness, beside, state);

    private static IEnumerable<T> Each<T>(IEnumerable<T> findings, Func<T, Side> side, Action<T, Side> set) where T : Google.Protobuf.IDeepCloneable<T>
    {
        foreach (var finding in findings)
        {
            foreach (var one in side(finding).Each())
            {
                var onOneSide = finding.Clone();
                set(onOneSide, one);
                yield return onOneSide;
            }
        }
    }

    /// <summary>What came of it since; unspecified when it is as it was.</summary>
    public ExamTrend Since(ExamItem before)
    {
        var (one, other) = (Badness.Since(before.Badness), Beside.Since(before.Beside));
        return (one, other) switch
        {
            (0, 0) => State == before.State ? ExamTrend.Unspecified : ExamTrend.Changed,
            ( <= 0, <= 0) => ExamTrend.Better,
            ( >= 0, >= 0) => ExamTrend.Worse,
            _ => ExamTrend.Changed,
        };
    }
}

/// <summary>How bad something is; unset: not measured.</summary>
public readonly record struct Measure(double? Value, double Tolerance = 0)
{
    public int Since(Measure before) => Value - before.Value is { } difference && Math.Abs(difference) > Tolerance ? Math.Sign(difference) : 0;
}
