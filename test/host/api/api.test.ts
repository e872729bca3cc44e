import './suites/workbook';
import './suites/worksheets';
import './suites/ranges';
import './suites/rangeEdits';
import './suites/formats';
import './suites/tables';
import './suites/names';
import './suites/charts';
import './suites/conditionalFormats';
import './suites/dataValidation';
import './coverage'; // last: it looks at what the others have asked for
