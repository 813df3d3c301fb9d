using R4 = Hl7.Fhir.Model;
using Unit = Hl7.Fhir.Model.Timing.UnitsOfTime;

namespace CareTeam.Server.Interop;

/// <summary>When an activity is due, and how often, where that fits times in a period of days over a number of periods.</summary>
public static class ActivitySchedule
{
    public static (string DueDate, Recurrence? Recurrence) Of(PlanDraft draft, Activity work)
    {
        var path = work.Path("scheduled");
        switch (work.Scheduled)
        {
            case R4.FhirDateTime or R4.Instant: return (draft.DayOf((R4.PrimitiveType)work.Scheduled, work.Holder, path), null);
            case R4.Period { EndElement: not null } period when draft.Take(period) is not null:
                return (draft.DayOf(period.EndElement, work.Holder, path + ".end"), null);
            case R4.Timing { Repeat: null, EventElement.Count: > 0 } moments when draft.Take(moments) is not null:
                return (draft.DayOf(moments.EventElement[0], work.Holder, path + ".event"), null);
            case R4.Timing { Repeat: { } repeat } timing: return Series(draft, work, timing, repeat, path);
            default: return ("", null);
        }
    }

    /// <summary>A schedule in words is kept with the description.</summary>
    public static string? Words(PlanDraft draft, Activity work) => work.Scheduled is R4.FhirString words ? draft.Take(words)?.Value : null;

    private static (string DueDate, Recurrence? Recurrence) Series(
        PlanDraft draft, Activity work, R4.Timing timing, R4.Timing.RepeatComponent repeat, string path)
    {
        var times = repeat.Frequency ?? 1;
        var periodDays = Days(repeat.Period, repeat.PeriodUnit);
        var (start, days) = Span(draft, timing, repeat);
        var occurrences = repeat.Count;
        var periods = periodDays is null or 0 ? null
            : times < 1 ? null
            : occurrences is { } count ? count % times == 0 ? count / times : null
            : days is { } length ? (int?)((length + periodDays - 1) / periodDays) : null;
        if (start is not { Year: >= 1900 and < 2200 } || periodDays is not (>= 1 and <= 90) || times is not (>= 1 and <= 21) || periods is not (>= 1 and <= 104))
        {
            draft.Account.LeaveOut(work.Holder, work.Element("scheduled"), "does not fit a series of so many times in so many days, from a day on");
            draft.Account.TakeWhole(timing);
            return ("", null);
        }
        TakeSeries(draft, timing, repeat);
        return ($"{start:yyyy-MM-dd}", new() { Times = times, PeriodDays = periodDays.Value, Periods = periods.Value });
    }

    /// <summary>The first day, and how many days from it on; by the schedule's own bounds, else by the plan's period.</summary>
    private static (DateOnly? Start, int? Days) Span(PlanDraft draft, R4.Timing timing, R4.Timing.RepeatComponent repeat)
    {
        var bounds = repeat.Bounds as R4.Period;
        var start = Day(bounds?.Start) ?? Day(timing.EventElement.FirstOrDefault()?.ToString()) ?? Day(draft.CarePlan.Period?.Start);
        var length = repeat.Bounds is R4.Duration duration ? Days(duration.Value, UnitOf(duration)) : null;
        var end = Day(bounds?.End) ?? (repeat.Bounds is null ? Day(draft.CarePlan.Period?.End) : null);
        return (start, length ?? (start is not null && end >= start ? end.Value.DayNumber - start.Value.DayNumber + 1 : null));
    }

    private static void TakeSeries(PlanDraft draft, R4.Timing timing, R4.Timing.RepeatComponent repeat)
    {
        draft.Take(timing);
        draft.Take(repeat);
        draft.Take(repeat.FrequencyElement);
        draft.Take(repeat.PeriodElement);
        draft.Take(repeat.PeriodUnitElement);
        draft.Take(repeat.CountElement);
        if (Day((repeat.Bounds as R4.Period)?.Start) is null) draft.Take(timing.EventElement.FirstOrDefault());
        if (repeat.Count is null) draft.Account.TakeWhole(repeat.Bounds);
        // Beside a count the end of the bounds says something else, and has no place.
        else if (repeat.Bounds is R4.Period bounds) draft.Take(draft.Take(bounds)!.StartElement);
    }

    private static int? Days(decimal? value, Unit? unit)
    {
        // Bounded first: a week of the longest decimal is longer than any.
        if (value is not (> 0 and <= 36_500)) return null;
        var days = unit switch { Unit.D => value, Unit.Wk => value * 7, _ => null };
        return days is >= 1 and <= 36_500 && days == decimal.Truncate(days.Value) ? (int)days.Value : null;
    }

    private static Unit? UnitOf(R4.Duration duration) => (duration.Code ?? duration.Unit) switch
    {
        "d" or "day" or "days" => Unit.D,
        "wk" or "week" or "weeks" => Unit.Wk,
        _ => null,
    };

    private static DateOnly? Day(string? text) => text?.Length >= 10 ? FhirDates.Date(text[..10]) : null;
}
