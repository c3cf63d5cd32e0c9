// The parts of ECharts that the pages draw with, a file of its own that is read when the first chart is.
import { BarChart, LineChart, RadarChart } from 'echarts/charts';
import { GridComponent, RadarComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, LineChart, RadarChart, GridComponent, RadarComponent, TooltipComponent, SVGRenderer]);

export { init };
